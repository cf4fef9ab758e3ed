import { isDropped, isFullOnly, stateNames } from '../../.ci/openshiftSeries';
import { parsePromql } from '../../sandbox/metrics/promql/parse';
import { loadSeries } from '../../sandbox/metrics/promql/loadSeries';
import { instantQuery } from '../../sandbox/metrics/promql/query';
import { helmRuns, render } from '../testing/helm';

interface RuleSpec {
  groups: { rules: { alert: string; expr: string; for?: string; annotations: Record<string, string> }[] }[];
}

const base = ['image.repository=r', 'alerts.enabled=true', 'alerts.namespaces={llm}'];

const rulesFor = (...set: string[]): RuleSpec['groups'][number]['rules'] =>
  render('llm-autoscaling-console-plugin', { set: [...base, ...set] })
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => (spec as RuleSpec).groups.flatMap(({ rules }) => rules));

const model = 'namespace="llm",service="llama-metrics"';
const hpa = 'namespace="llm",horizontalpodautoscaler="keda-hpa-llama-predictor"';
const deployment = 'namespace="llm",deployment="llama-predictor"';
// What kube-state-metrics says beside the series that an alert is about.
const wanted = (value: string): string =>
  `kube_horizontalpodautoscaler_status_desired_replicas{${hpa}} ${value}`;
const maximum = `kube_horizontalpodautoscaler_spec_max_replicas{${hpa}} 3`;
const replicas = (value: number): string => `kube_deployment_spec_replicas{${deployment}} ${String(value)}`;
const available = (value: number): string =>
  `kube_deployment_status_replicas_available{${deployment}} ${String(value)}`;
const waiting = (pod: string, value: number): string =>
  `vllm:num_requests_waiting{${model},pod="${pod}",model_name="m"} ${String(value)}`;
const running = (pod: string, engine = '0'): string =>
  `vllm:num_requests_running{${model},pod="${pod}",engine="${engine}",model_name="m"} 1`;
const condition = (status: string): string =>
  `kube_horizontalpodautoscaler_status_condition{${hpa},condition="ScalingActive",status="${status}"} 1`;
const pod = 'namespace="llm",pod="llama-predictor-6c9f7d5b4-x2x9k"';
const unschedulable = (labels: string): string => `kube_pod_status_unschedulable{${labels},uid="u"} 1`;
const request = (labels: string, resource: string): string =>
  `kube_pod_container_resource_requests{${labels},container="kserve-container",resource="${resource}"} 1`;
const repeated = (value: string, times: number): string =>
  Array.from({ length: times }, () => value).join(' ');

(helmRuns ? describe : describe.skip)('alerts', () => {
  /** The values of an alert for llama at the end of the series, which have a sample each minute. */
  function firing(
    alert: string,
    lines: string[],
    minutes = 0,
    ...set: string[]
  ): { metric: object; value: string }[] {
    const rule = rulesFor(...set).find((one) => one.alert === alert);
    if (rule === undefined) throw new Error(`There is no alert ${alert}.`);
    const data = instantQuery(loadSeries(lines, 60), parsePromql(rule.expr), minutes * 60_000);
    if (data.resultType !== 'vector') throw new Error(`${alert} is no vector.`);
    return data.result.map(({ metric, value }) => ({ metric, value: value[1] }));
  }
  const llama = { namespace: 'llm', inference_service: 'llama' };

  it('ask for no series that OpenShift drops, and only one for the full profile', () => {
    const exprs = rulesFor();
    expect(exprs.length).toBeGreaterThan(5);
    const asked = exprs.flatMap(({ alert, expr }) => stateNames(expr).map((name) => ({ alert, name })));
    expect(asked.map(({ name }) => name)).toContain('kube_deployment_spec_replicas');
    expect(asked.filter(({ name }) => isDropped(name))).toEqual([]);
    expect(asked.filter(({ name }) => isFullOnly(name)).map(({ alert }) => alert)).toEqual([
      'LLMAutoscalingTriggerError',
    ]);
  });

  it.each<[string, string, string, string[]]>([
    [
      'LLMAtMaximumWithRequestsWaiting',
      '5',
      'wants the maximum',
      [waiting('a', 2), waiting('b', 3), wanted('3'), maximum],
    ],
    ['LLMMetricMissing', '2', 'no engine reports', [available(2), maximum]],
    [
      'LLMMetricMissing',
      '1',
      'one of two does not report',
      [available(2), running('a'), running('a', '1'), maximum],
    ],
    ['LLMAutoscalingTriggerError', '1', 'the HPA is not active', [condition('false'), replicas(1)]],
    [
      'LLMWaitingForGPU',
      '1',
      'a pod with a GPU is unschedulable',
      [unschedulable(pod), request(pod, 'nvidia_com_gpu'), request(pod, 'cpu')],
    ],
  ])('%s fires with %s when %s', (alert, value, _case, lines) => {
    expect(firing(alert, lines)).toEqual([{ metric: llama, value }]);
  });

  it.each<[string, string, string[]]>([
    ['LLMAtMaximumWithRequestsWaiting', 'it may still grow', [waiting('a', 5), wanted('2'), maximum]],
    ['LLMAtMaximumWithRequestsWaiting', 'nobody waits', [waiting('a', 0), wanted('3'), maximum]],
    ['LLMAtMaximumWithRequestsWaiting', 'it is not autoscaled', [waiting('a', 5)]],
    ['LLMMetricMissing', 'all report', [available(2), running('a'), running('b'), maximum]],
    ['LLMMetricMissing', 'it is not autoscaled', [available(2)]],
    ['LLMMetricMissing', 'it is at zero', [available(0), maximum]],
    ['LLMAutoscalingTriggerError', 'the HPA is active', [condition('true'), replicas(1)]],
    ['LLMAutoscalingTriggerError', 'it is at zero', [condition('false'), replicas(0)]],
    ['LLMWaitingForGPU', 'the pod wants no GPU', [unschedulable(pod), request(pod, 'cpu')]],
    [
      'LLMWaitingForGPU',
      'the pod is none of a model',
      [
        unschedulable('namespace="llm",pod="web-1"'),
        request('namespace="llm",pod="web-1"', 'nvidia_com_gpu'),
      ],
    ],
    [
      'LLMAtMaximumWithRequestsWaiting',
      'it is another project',
      [waiting('a', 5), wanted('3'), maximum].map((line) => line.replace('"llm"', '"other"')),
    ],
  ])('%s is silent when %s', (alert, _case, lines) => {
    expect(firing(alert, lines)).toEqual([]);
  });

  it.each([
    ['fires', 'the HPA has been gone for 70 minutes', 10, 80, true],
    ['is silent', 'the HPA has been gone for 50 minutes', 10, 60, false],
    ['is silent', 'the HPA is there', 80, 80, false],
  ])('LLMAutoscalingPausedForLong (1 hour) %s when %s', (_verdict, _case, until, now, fires) => {
    const lines = [
      `kube_horizontalpodautoscaler_spec_max_replicas{${hpa}} ${repeated('3', until)}`,
      `kube_deployment_spec_replicas{${deployment}} ${repeated('2', now)}`,
    ];
    const found = firing('LLMAutoscalingPausedForLong', lines, now - 1, 'alerts.paused.hours=1');
    expect(found.map(({ metric }) => metric)).toEqual(fires ? [llama] : []);
  });

  it.each([
    ['fires', 'it goes up and down each five minutes', '1 1 1 1 1 3 3 3 3 3', true],
    ['is silent', 'it goes up once', '1 1 1 1 1 1 1 1 1 1', false],
  ])('LLMAutoscalingFlapping %s when %s', (_verdict, _case, pattern, fires) => {
    const found = firing('LLMAutoscalingFlapping', [wanted(repeated(pattern, 6))], 59);
    expect(found).toEqual(fires ? [{ metric: llama, value: '11' }] : []);
  });

  it('read only series that OpenShift keeps in each collection profile, but for the one that says so', () => {
    const denied =
      /kube_\w+_(created|annotations)|status_(running|terminated|scheduled)|status_target_metric/;
    const full = rulesFor().filter(({ expr }) => expr.includes('horizontalpodautoscaler_status_condition'));
    expect(rulesFor().filter(({ expr }) => denied.test(expr))).toEqual([]);
    expect(full.map(({ alert }) => alert)).toEqual(['LLMAutoscalingTriggerError']);
  });

  it('say what is wrong and what to do, with the model in it', () => {
    for (const { annotations } of rulesFor()) {
      expect(annotations.summary).toContain('{{ $labels.inference_service }}');
      expect(annotations.description).toContain('{{ $labels.namespace }}/{{ $labels.inference_service }}');
    }
  });

  it('can be left out and tuned one by one', () => {
    expect(rulesFor().map(({ alert }) => alert)).toHaveLength(6);
    const tuned = rulesFor(
      'alerts.flapping.enabled=false',
      'alerts.atMaximum.for=15m',
      'alerts.paused.hours=4',
    );
    expect(tuned.map(({ alert }) => alert)).not.toContain('LLMAutoscalingFlapping');
    expect(tuned[0]?.for).toBe('15m');
    expect(tuned.find(({ alert }) => alert === 'LLMAutoscalingPausedForLong')?.expr).toContain('[172h]');
  });
});
