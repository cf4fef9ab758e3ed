import type { KubernetesObject } from '../../src/resources/object';
import { connect } from '../jobs/cluster';
import { applySettings, restoreSettings } from '../jobs/kedaController';
import { quickPace } from '../jobs/testPace';
import type { AdminCluster } from '../testing/adminCluster';
import { startAdminCluster } from '../testing/adminCluster';
import { adminKind } from '../testing/adminCrds';
import { helmRuns } from '../testing/helm';

jest.setTimeout(90_000);

interface KedaController extends KubernetesObject {
  spec?: Record<string, unknown>;
  status?: { phase: string };
}

const chart = 'keda-controller';
const namespace = 'openshift-keda';
const kind = adminKind('KedaController');
const place = { namespace, seconds: 30 };
const running = { phase: 'Installation Succeeded' };

describe('the KedaController', () => {
  let cluster: AdminCluster;
  beforeEach(async () => {
    cluster = await startAdminCluster(['default', namespace]);
  });
  afterEach(() => cluster.stop());

  const api = (): ReturnType<typeof connect> => connect(cluster.client.url, () => 'admin');
  const found = (): Promise<KedaController | undefined> =>
    cluster.client.get<KedaController>(kind, namespace, 'keda');
  const patch = (change: object): Promise<unknown> =>
    cluster.client.mergePatch(kind, { namespace, name: 'keda' }, change);
  const operatorMakes = (spec?: object): Promise<unknown> =>
    cluster.client.create(kind, {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'KedaController',
      metadata: { name: 'keda', namespace },
      ...{ ...(spec === undefined ? {} : { spec }), status: running },
    });

  it.each([
    ['its defaults', { watchNamespace: '', operator: { logLevel: 'info', args: ['x'] } }],
    ['no spec', undefined],
  ])('that the operator has made with %s takes the settings and gives them back', async (_case, spec) => {
    await operatorMakes(spec);
    await applySettings(api(), quickPace(), place, { operator: { logLevel: 'debug' } });
    expect((await found())?.spec).toMatchObject({ operator: { logLevel: 'debug' } });

    // The next release no longer sets the log level, but another field.
    await applySettings(api(), quickPace(), place, { metricsServer: { logLevel: '4' } });
    expect((await found())?.spec).toEqual({ ...spec, metricsServer: { logLevel: '4' } });

    await expect(restoreSettings(api(), quickPace(), place)).resolves.toContain('as it was found');
    expect((await found())?.spec).toEqual(spec ?? {});
    expect((await found())?.metadata.annotations ?? {}).toEqual({});
  });

  it('keeps what an administrator has changed since', async () => {
    await operatorMakes({ operator: { logLevel: 'info' } });
    await applySettings(api(), quickPace(), place, {
      operator: { logLevel: 'debug' },
      watchNamespace: 'llm',
    });
    await patch({ spec: { operator: { logLevel: 'error', args: ['y'] } } });
    await restoreSettings(api(), quickPace(), place);
    expect((await found())?.spec).toEqual({ operator: { logLevel: 'error', args: ['y'] } });
  });

  it('is left alone by an uninstall that finds none of ours', async () => {
    await operatorMakes({ watchNamespace: 'a' });
    const before = await found();
    await restoreSettings(api(), quickPace(), place);
    expect(await found()).toEqual(before);
  });

  it('says which phase KEDA hangs in', async () => {
    await operatorMakes({});
    await patch({ status: { phase: 'Failed', reason: 'no permission' } });
    await expect(applySettings(api(), quickPace(), place, { watchNamespace: '' })).rejects.toThrow(
      "Not done after 30 s. KEDA's phase: Failed. no permission",
    );
  });

  (helmRuns ? describe : describe.skip)('set by Helm', () => {
    it('is patched where the operator was first, and left as found', async () => {
      const spec = { watchNamespace: 'llm', operator: { args: ['x'] } };
      await operatorMakes(spec);
      await cluster.deploy('install', chart, 'default', '--set', 'settings.operator.logLevel=debug');
      expect((await found())?.spec).toEqual({
        watchNamespace: '',
        operator: { logLevel: 'debug', logEncoder: 'console', args: ['x'] },
        metricsServer: { logLevel: '0' },
        admissionWebhooks: { logLevel: 'info', logEncoder: 'console' },
      });
      await cluster.deploy('upgrade', chart, 'default', '--set', 'settings.watchNamespace=prod');
      expect((await found())?.spec).toMatchObject({ watchNamespace: 'prod', operator: { logLevel: 'info' } });
      await cluster.uninstall(chart, 'default');
      expect((await found())?.spec).toEqual(spec);
    });

    it('is made where there is none, and goes with the chart', async () => {
      const operator = setInterval(() => {
        // Until the Job has made it there is nothing to carry out.
        patch({ status: running }).catch(() => undefined);
      }, 100);
      await cluster.deploy('install', chart, 'default');
      clearInterval(operator);
      expect((await found())?.spec).toMatchObject({ operator: { logLevel: 'info' } });
      await cluster.uninstall(chart, 'default');
      expect(await found()).toBeUndefined();
    });
  });
});
