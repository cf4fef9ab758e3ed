import { loadSeries } from './loadSeries';
import { parsePromql } from './parse';
import { instantQuery, rangeQuery } from './query';

/** What UWM, kube-state-metrics and dcgm-exporter give for the model "llama" of project "team". */
const engine = 'namespace="team",service="llama-metrics",pod="llama-predictor-1",model_name="llama"';
const other = 'namespace="team",service="llama-metrics",pod="llama-predictor-2",model_name="llama"';
const neighbour = 'namespace="team",service="qwen-metrics",pod="qwen-predictor-1",model_name="qwen"';
const every30s = (values: (index: number) => number): string =>
  Array.from({ length: 21 }, (_, index) => String(values(index))).join(' ');
const constant = (value: number): string => every30s(() => value);
const rising = (perSecond: number): string => every30s((index) => index * 30 * perSecond);
const requests = (pod: string, resource: string, count: number): string =>
  `kube_pod_container_resource_requests{namespace="team",pod="${pod}",container="kserve-container",resource="${resource}",unit="integer",node="n1"} ${constant(count)}`;
const phase = (pod: string, name: string, value: number): string =>
  `kube_pod_status_phase{namespace="team",pod="${pod}",uid="u",phase="${name}"} ${constant(value)}`;

const store = loadSeries([
  ...[engine, other, neighbour].flatMap((labels, index) => [
    `vllm:num_requests_waiting{${labels}} ${constant(index + 3)}`,
    `vllm:num_requests_running{${labels}} ${constant(20)}`,
    `up{${labels}} ${constant(1)}`,
    `vllm:kv_cache_usage_perc{${labels}} ${constant(0.5 + index / 10)}`,
    ...['vllm:time_to_first_token_seconds_bucket', 'vllm:e2e_request_latency_seconds_bucket'].flatMap(
      (name) => [
        `${name}{${labels},le="1"} ${rising(0.9)}`,
        `${name}{${labels},le="3"} ${rising(1)}`,
        `${name}{${labels},le="+Inf"} ${rising(1)}`,
      ],
    ),
    `vllm:request_success_total{${labels},finished_reason="stop"} ${rising(1)}`,
    `vllm:generation_tokens_total{${labels}} ${rising(250)}`,
  ]),
  `kube_deployment_status_replicas_available{namespace="team",deployment="llama-predictor"} ${constant(2)}`,
  `kube_deployment_spec_replicas{namespace="team",deployment="llama-predictor"} ${constant(3)}`,
  `kube_horizontalpodautoscaler_status_desired_replicas{namespace="team",horizontalpodautoscaler="keda-hpa-llama-predictor"} ${constant(3)}`,
  `kube_horizontalpodautoscaler_spec_max_replicas{namespace="team",horizontalpodautoscaler="keda-hpa-llama-predictor"} ${constant(5)}`,
  ...['llama-predictor-1', 'llama-predictor-2', 'llama-predictor-3', 'llama-predictor-0'].map((pod) =>
    requests(pod, 'nvidia_com_gpu', 2),
  ),
  requests('llama-predictor-1', 'cpu', 4),
  phase('llama-predictor-1', 'Running', 1),
  phase('llama-predictor-1', 'Pending', 0),
  phase('llama-predictor-2', 'Running', 1),
  phase('llama-predictor-3', 'Pending', 1),
  phase('llama-predictor-3', 'Running', 0),
  phase('llama-predictor-0', 'Succeeded', 1),
  phase('llama-predictor-0', 'Running', 0),
  `kube_node_status_allocatable{node="n1",resource="nvidia_com_gpu",unit="integer"} ${constant(8)}`,
  `DCGM_FI_DEV_GPU_UTIL{exported_namespace="team",exported_pod="llama-predictor-1",gpu="0"} ${constant(70)}`,
  `DCGM_FI_DEV_GPU_UTIL{exported_namespace="team",exported_pod="llama-predictor-2",gpu="1"} ${constant(90)}`,
  `DCGM_FI_DEV_FB_USED{exported_namespace="team",exported_pod="llama-predictor-1",gpu="0"} ${constant(40000)}`,
]);

const own = '{namespace="team",service="llama-metrics"}';
const live = 'max by (namespace,pod) (kube_pod_status_phase';

describe('the queries that the product asks', () => {
  it.each([
    [`sum(vllm:num_requests_waiting${own})`, ['7']],
    [`sum(vllm:num_requests_running${own})`, ['40']],
    ['sum by (service) (vllm:num_requests_waiting{namespace="team"})', ['7', '5']],
    [`count(vllm:num_requests_running${own})`, ['2']],
    [`up${own}`, ['1', '1']],
    ['max(kube_deployment_status_replicas_available{namespace="team",deployment="llama-predictor"})', ['2']],
    ['max(kube_deployment_spec_replicas{namespace="team",deployment="llama-predictor"})', ['3']],
    [
      'max(kube_horizontalpodautoscaler_status_desired_replicas{namespace="team",horizontalpodautoscaler="keda-hpa-llama-predictor"})',
      ['3'],
    ],
    [
      'max(kube_horizontalpodautoscaler_spec_max_replicas{namespace="team",horizontalpodautoscaler="keda-hpa-llama-predictor"})',
      ['5'],
    ],
    [
      `sum(kube_pod_container_resource_requests{namespace="team",pod=~"llama-predictor-.*",resource=~"nvidia_com_(gpu|mig_.*)|amd_com_gpu|habana_ai_gaudi|intel_com_gpu|gpu_intel_com_.*"}
    * on (namespace,pod) group_left() ${live}{namespace="team",phase=~"Pending|Running"} == 1))`,
      ['6'],
    ],
    [
      `sum(kube_pod_container_resource_requests{namespace="team",pod=~"llama-predictor-.*",resource="nvidia_com_gpu"}
    * on (namespace,pod) group_left() ${live}{namespace="team",phase="Pending"} == 1))`,
      ['2'],
    ],
    [`max(vllm:kv_cache_usage_perc${own} or vllm:gpu_cache_usage_perc${own})`, ['0.6']],
    // 95 % of the requests: 0.9 of them within 1 s, the next 0.05 of 0.1 half way to 3 s.
    [
      `histogram_quantile(0.95, sum by (le) (rate(vllm:time_to_first_token_seconds_bucket${own}[5m])))`,
      ['2'],
    ],
    [
      `histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket${own}[5m])))`,
      ['2'],
    ],
    [`sum(rate(vllm:request_success_total${own}[5m]))`, ['2']],
    [`sum(rate(vllm:generation_tokens_total${own}[5m]))`, ['500']],
    ['sum(kube_node_status_allocatable{resource="nvidia_com_gpu"})', ['8']],
    [
      `sum(kube_pod_container_resource_requests{resource="nvidia_com_gpu"} * on (namespace,pod) group_left() ${live}{phase=~"Pending|Running"} == 1))`,
      ['6'],
    ],
    ['avg(DCGM_FI_DEV_GPU_UTIL{exported_namespace="team",exported_pod=~"llama-predictor-.*"})', ['80']],
    ['sum(DCGM_FI_DEV_FB_USED{exported_namespace="team",exported_pod=~"llama-predictor-.*"})', ['40000']],
  ])('%s', (query, expected) => {
    const expression = parsePromql(query);
    const data = instantQuery(store, expression, 600_000);
    const values = data.resultType === 'vector' ? data.result.map(({ value }) => Number(value[1])) : [];
    expect(values).toHaveLength(expected.length);
    values.forEach((value, index) => {
      expect(value).toBeCloseTo(Number(expected[index]), 9);
    });
    const range = rangeQuery(store, expression, { startMs: 300_000, stepMs: 30_000, count: 11 });
    expect(range.resultType === 'matrix' && range.result.map((line) => line.values.length)).toEqual(
      expected.map(() => 11),
    );
  });
});
