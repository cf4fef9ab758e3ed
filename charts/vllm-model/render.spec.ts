import { helmRuns, render } from '../testing/helm';
import type { Rendered } from '../testing/helm';

const files = ['values/llama-3.2-3b.yaml', 'values/granite-3.3-8b.yaml'];
const host = 'route.host=llama.apps.example.com';
const http = ['autoscaling.mode=http', 'autoscaling.minReplicas=0', host];

const rendered = (...set: string[]): Rendered[] => render('vllm-model', { values: [files[0] ?? ''], set });
const namesOf = (objects: Rendered[]): string[] =>
  objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`).sort();
const only = (objects: Rendered[], kind: string): Rendered => {
  const [found, ...more] = objects.filter((object) => object.kind === kind);
  if (found === undefined || more.length > 0) throw new Error(`not one ${kind}`);
  return found;
};

const always = ['InferenceService team-a/llama', 'Service team-a/llama-api', 'ServingRuntime team-a/llama'];
const authentication = ['Role', 'RoleBinding', 'Secret', 'ServiceAccount', 'TriggerAuthentication'].map(
  (kind) => `${kind} team-a/llama-prometheus`,
);
const interceptor = ['Route openshift-keda/team-a-llama-api', 'Service team-a/llama-entry'];

(helmRuns ? describe : describe.skip)('vllm-model', () => {
  it.each([
    ['fixed', ['autoscaling.mode=fixed'], ['Route team-a/llama-api']],
    ['keda', [], ['Route team-a/llama-api']],
    ['keda without a Route', ['route.enabled=false'], []],
    [
      'http',
      http,
      ['InterceptorRoute team-a/llama', 'ScaledObject team-a/llama-http', ...authentication, ...interceptor],
    ],
    [
      'http with an older add-on',
      [...http, 'http.api=HTTPScaledObject'],
      ['HTTPScaledObject team-a/llama-http', ...interceptor],
    ],
    [
      'http with authentication of its own',
      [...http, 'http.prometheusAuth.create=false', 'http.prometheusAuth.name=mine'],
      ['InterceptorRoute team-a/llama', 'ScaledObject team-a/llama-http', ...interceptor],
    ],
  ])('makes in mode %s what belongs to it', (_mode, set, more) => {
    expect(namesOf(rendered(...set))).toEqual([...always, ...more].sort());
  });

  it.each([
    ['fixed', 'none', 2, 2],
    ['keda', 'keda', 1, 3],
    ['http', 'external', 1, 3],
  ])('names the autoscaler of mode %s: %s', (mode, autoscalerClass, minReplicas, maxReplicas) => {
    const { metadata, spec } = only(
      rendered(`autoscaling.mode=${mode}`, 'autoscaling.replicas=2', host),
      'InferenceService',
    );
    expect(metadata.annotations?.['serving.kserve.io/autoscalerClass']).toBe(autoscalerClass);
    expect(spec).toMatchObject({ predictor: { minReplicas, maxReplicas } });
  });

  it('asks the tenancy port, for this model alone, with a threshold for each replica', () => {
    const { spec } = only(rendered(), 'InferenceService');
    const external = {
      metric: {
        backend: 'prometheus',
        serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
        namespace: 'team-a',
        query: 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
      },
      authenticationRef: { authModes: 'bearer', authenticationRef: { name: 'inference-prometheus-auth' } },
      target: { type: 'AverageValue', value: '2', averageValue: '2' },
    };
    expect(spec).toHaveProperty('predictor.autoScaling.metrics', [{ type: 'External', external }]);
  });

  it.each([
    ['waiting', [], '2'],
    ['waiting, by hand', ['autoscaling.threshold=0.5'], '0.5'],
    ['waiting and running', ['autoscaling.trigger=waiting+running'], '15'],
    ['waiting and running of few places', ['autoscaling.trigger=waiting+running', 'model.maxNumSeqs=1'], '1'],
  ])('has a threshold that fits: %s', (_case, set, threshold) => {
    const { spec } = only(rendered(...set), 'InferenceService');
    expect(spec).toHaveProperty('predictor.autoScaling.metrics.0.external.target', {
      type: 'AverageValue',
      value: threshold,
      averageValue: threshold,
    });
  });

  it('holds both triggers in mode http, and leaves a loading model alone', () => {
    const objects = rendered(...http, 'http.coldStartSeconds=700', 'http.idleSeconds=120');
    expect(only(objects, 'ScaledObject').spec).toMatchObject({
      scaleTargetRef: { name: 'llama-predictor' },
      minReplicaCount: 0,
      maxReplicaCount: 3,
      cooldownPeriod: 120,
      initialCooldownPeriod: 700,
      triggers: [
        { type: 'external-push', metadata: { interceptorRoute: 'llama' } },
        { type: 'prometheus', metadata: { threshold: '2' }, authenticationRef: { name: 'llama-prometheus' } },
      ],
    });
    expect(only(objects, 'InterceptorRoute').spec).toMatchObject({
      target: { service: 'llama-api', port: 8080 },
      timeouts: { readiness: '700s' },
    });
    // The router waits for the cold start and then for the answer's beginning.
    expect(only(objects, 'Route').metadata.annotations).toMatchObject({
      'haproxy.router.openshift.io/timeout': '1300s',
    });
  });

  it('asks for no right in the cluster, and in the project only to read pod metrics', () => {
    expect(only(rendered(...http), 'Role').rules).toEqual([
      { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['get'] },
    ]);
  });

  it('gives running requests time to end', () => {
    const objects = rendered('shutdown.drainSeconds=60');
    expect(only(objects, 'InferenceService').spec).toHaveProperty(
      'predictor.terminationGracePeriodSeconds',
      90,
    );
    expect(only(objects, 'ServingRuntime').spec).toHaveProperty(
      'containers.0.lifecycle.preStop.exec.command',
    );
    const newer = rendered('shutdown.method=vllm', 'shutdown.drainSeconds=60');
    expect(only(newer, 'InferenceService').spec).toHaveProperty(
      'predictor.model.args',
      expect.arrayContaining(['--shutdown-timeout=60']),
    );
  });

  it.each(files)(
    'has %s complete, by digest, without a finalizer or a Route that odh-model-controller would delete',
    (file) => {
      const objects = render('vllm-model', { values: [file] });
      expect(only(objects, 'ServingRuntime').spec).toHaveProperty(
        'containers.0.image',
        expect.stringMatching(/@sha256:[0-9a-f]{64}$/),
      );
      expect(objects.filter(({ metadata }) => metadata.finalizers !== undefined)).toEqual([]);
      expect(only(objects, 'Route').metadata.name).not.toBe(only(objects, 'InferenceService').metadata.name);
    },
  );

  it('keeps the labels that reach the pods when the chart is upgraded', () => {
    const { labels = {} } = only(rendered(), 'InferenceService').metadata;
    expect(Object.keys(labels).filter((label) => /version|chart/.test(label))).toEqual([]);
  });

  it.each([
    ['a minimum of 0 in mode keda', ['autoscaling.minReplicas=0'], 'minReplicas'],
    [
      'a maximum under the minimum',
      ['autoscaling.minReplicas=4'],
      'maxReplicas (3) is less than minReplicas (4)',
    ],
    ['a threshold of 0', ['autoscaling.threshold=0'], '/autoscaling/threshold'],
    ['a negative threshold', ['autoscaling.threshold=-1'], '/autoscaling/threshold'],
    ['a quantity that KEDA cannot read', ['autoscaling.threshold=500m'], '/autoscaling/threshold'],
    ['a query without a threshold', ['autoscaling.query=up'], 'needs a threshold'],
    ['a name of 45 characters', [`name=${'a'.repeat(45)}`], 'mode keda allows 44'],
    ['a name that KServe refuses', ['name=1a'], '/name'],
    ['mode http without a host', ['autoscaling.mode=http'], 'mode http needs the host'],
    [
      'a cold start shorter than loading',
      [...http, 'http.coldStartSeconds=60'],
      'less than probes.startupSeconds',
    ],
    ['an image without tag and digest', ['image.digest='], 'neither digest nor tag'],
    ['the tag latest', ['image.digest=', 'image.tag=latest'], '/image/tag'],
    ['no weights', ['model.storageUri='], 'where are the weights?'],
    ['a value that does not exist', ['autoscaling.maxReplica=2'], 'maxReplica'],
    [
      'an annotation of its own',
      [String.raw`annotations.serving\.kserve\.io/autoscalerClass=hpa`],
      'is set by the chart',
    ],
    [
      'a proxy that its Service goes past',
      [String.raw`annotations.security\.opendatahub\.io/enable-auth=yes`],
      'model.apiKey',
    ],
  ])('refuses %s', (_case, set, message) => {
    expect(() => rendered(...set)).toThrow(message);
  });

  it('allows a name of 53 characters where no KEDA is', () => {
    expect(namesOf(rendered('autoscaling.mode=fixed', `name=${'a'.repeat(53)}`, host))).toContain(
      `InferenceService team-a/${'a'.repeat(53)}`,
    );
  });

  it('refuses a Route whose chosen host would be too long for a DNS label', () => {
    expect(() => rendered('autoscaling.mode=fixed', `name=${'a'.repeat(53)}`)).toThrow(
      '63 characters of a DNS label',
    );
  });
});
