import { inferenceServiceKind } from '../../src/resources/kinds';
import { readScale, writeScale } from './requests';
import { createModel, eventually, project, startTestCluster } from './testCluster';

it('does not overrule who scaled since the scale was read', async () => {
  const cluster = await startTestCluster();
  const { client } = cluster;
  try {
    await createModel(client, { 'serving.kserve.io/autoscalerClass': 'external' }, { minReplicas: 1 });
    const target = 'llama-predictor';
    const seen = await eventually('a scale', async () =>
      readScale(client, project, target).catch(() => undefined),
    );
    await writeScale(client, project, target, 2);
    await expect(writeScale(client, project, target, 1, seen.version)).rejects.toMatchObject({ code: 409 });
    expect((await readScale(client, project, target)).wanted).toBe(2);
    await client.remove(inferenceServiceKind, project, 'llama');
  } finally {
    await cluster.stop();
  }
});
