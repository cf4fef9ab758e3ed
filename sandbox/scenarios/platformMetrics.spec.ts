import { eventually } from '../controllers/testCluster';
import { chat, llama, look, samples } from './testScenario';

jest.setTimeout(120_000);

it('the platform’s monitoring scrapes GPUs, KEDA and what autoscalers say, under the project’s exported name', () =>
  look('quiet', async (_client, cluster) => {
    const own = `exported_namespace="${chat}"`;
    const pods = `exported_pod=~"${llama}-predictor-.*"`;
    expect(await samples(cluster, `DCGM_FI_DEV_FB_USED{${own},${pods}}`)).toEqual([41_461]);
    expect(await samples(cluster, `DCGM_FI_DEV_FB_USED{namespace="${chat}"}`)).toEqual([]);
    const kedaOf = `{${own},scaledObject="${llama}-predictor"}`;
    const value = await eventually('KEDA’s own series', async () => {
      const [found] = await samples(cluster, `keda_scaler_metrics_value${kedaOf}`);
      return found === undefined ? undefined : { found };
    });
    expect(value.found).toBeGreaterThanOrEqual(0);
    expect(await samples(cluster, `keda_scaled_object_errors_total${kedaOf}`)).toEqual([0]);
    expect(await samples(cluster, `keda_scaled_object_paused${kedaOf}`)).toEqual([0]);
    const condition = `namespace="${chat}",horizontalpodautoscaler="keda-hpa-${llama}-predictor"`;
    expect(
      await eventually('the conditions of the HPA', async () => {
        const able = `kube_horizontalpodautoscaler_status_condition{${condition},condition="AbleToScale"} == 1`;
        const found = await samples(cluster, able);
        return found.length > 0 && found;
      }),
    ).toEqual([1]);
  }));
