import type { Service } from '../resources/service';
import { aDeployment, anInferenceService, aScaledObject, aServedModel } from '../resources/testObjects';
import { modelImageOf, servedNameOf, suggestedTarget } from './suggestedPlan';

function service(name: string, spec: Service['spec']): Service {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'team-a' }, spec };
}

const selector = { app: 'isvc.llama-predictor' };
const headless = service('llama-predictor', {
  clusterIP: 'None',
  selector,
  ports: [{ port: 80, targetPort: 8080 }],
});
const headed = service('llama-predictor', {
  clusterIP: '172.30.0.9',
  selector,
  ports: [{ port: 80, targetPort: 8080 }],
});
const api = service('llama-api', {
  clusterIP: '172.30.0.8',
  selector,
  ports: [{ port: 8080, targetPort: 8080 }],
});
const metrics = service('llama-metrics', { clusterIP: '172.30.0.7', selector, ports: [{ port: 8080 }] });
const entry = service('llama-entry', {
  type: 'ExternalName',
  externalName: 'keda-add-ons-http-interceptor-proxy.openshift-keda.svc.cluster.local',
  ports: [{ port: 8080 }],
});
const other = service('granite-api', {
  selector: { app: 'isvc.granite-predictor' },
  ports: [{ port: 8080 }],
});

const sleeping = aServedModel({
  scaledObject: aScaledObject({ triggers: [{ type: 'external-push', metadata: {} }] }),
});

describe('suggestedTarget', () => {
  it.each([
    ['no Service to be seen', aServedModel(), [], 'http://llama-predictor.team-a.svc:8080'],
    ['others only', aServedModel(), [other, metrics], 'http://llama-predictor.team-a.svc:8080'],
    ["KServe's headless one", aServedModel(), [headless], 'http://llama-predictor.team-a.svc:8080'],
    ["KServe's, with an address", aServedModel(), [headed], 'http://llama-predictor.team-a.svc:80'],
    ['one with an address', aServedModel(), [headless, metrics, api], 'http://llama-api.team-a.svc:8080'],
    ['a sleeping model', sleeping, [headless, api, entry], 'http://llama-entry.team-a.svc:8080'],
    [
      'a model that does not sleep',
      aServedModel(),
      [entry, headless],
      'http://llama-predictor.team-a.svc:8080',
    ],
  ])('%s', (_case, model, services, expected) => {
    expect(suggestedTarget(model, services)).toBe(expected);
  });
});

describe('servedNameOf', () => {
  const served = (...args: string[]) => {
    const deployment = aDeployment();
    const containers = [{ name: 'kserve-container', args }];
    const { template } = deployment.spec;
    return aServedModel({
      deployment: {
        ...deployment,
        spec: { ...deployment.spec, template: { ...template, spec: { containers } } },
      },
    });
  };

  it.each([
    [['--port=8080', '--served-model-name=llama-3b'], 'llama-3b'],
    [['--served-model-name', 'llama-3b', 'alias'], 'llama-3b'],
    [['--port=8080'], '/mnt/models'],
  ])('%j', (args, name) => {
    expect(servedNameOf(served(...args))).toBe(name);
  });
});

describe('modelImageOf', () => {
  it.each([
    ['oci://quay.io/models/llama:1', 'quay.io/models/llama:1'],
    ['s3://bucket/llama', undefined],
  ])('%s', (storageUri, image) => {
    expect(
      modelImageOf(aServedModel({ inferenceService: anInferenceService({ model: { storageUri } }) })),
    ).toBe(image);
  });
});
