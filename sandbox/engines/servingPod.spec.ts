import type { Container, Pod } from '../../src/resources/pod';
import { isServing, servingSettings } from './servingPod';

function pod(container: Partial<Container>, labels?: Record<string, string>): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', labels: labels ?? { 'serving.kserve.io/inferenceservice': 'llama' } },
    spec: { containers: [{ name: 'kube-rbac-proxy' }, { name: 'kserve-container', ...container }] },
  };
}

const plain = {
  model: 'llama',
  servedModelName: '/mnt/models',
  maxNumSeqs: 256,
  profile: 'llama-3.1-8b-l40s',
  metricNames: 'current',
  prefixed: false,
};

describe('servingSettings', () => {
  it.each<[string, Partial<Container>, object]>([
    ['takes vLLM defaults', {}, plain],
    [
      'reads --flag=value',
      { args: ['--max-num-seqs=20', '--served-model-name=m'] },
      { maxNumSeqs: 20, servedModelName: 'm' },
    ],
    ['reads --flag value', { args: ['--max-num-seqs', '20'] }, { maxNumSeqs: 20 }],
    ['leaves out a number that is none', { args: ['--max-num-seqs=many'] }, { maxNumSeqs: 256 }],
    [
      'takes old names that are chosen',
      { env: [{ name: 'SANDBOX_METRIC_NAMES', value: 'vllm-0.8' }] },
      { metricNames: 'before 0.9' },
    ],
    [
      'takes a prefix that is chosen',
      { env: [{ name: 'SANDBOX_METRIC_NAMES', value: 'kserve' }] },
      { prefixed: true },
    ],
    ['reads the profile', { env: [{ name: 'SANDBOX_PROFILE', value: 'x' }] }, { profile: 'x' }],
    ['knows an old vLLM', { image: 'vllm/vllm-openai:v0.8.5' }, { metricNames: 'before 0.9' }],
    ['knows a newer one', { image: 'vllm/vllm-openai:v0.10.2' }, { metricNames: 'before 0.11' }],
    ['knows a new one', { image: 'vllm/vllm-openai:v0.11.0' }, {}],
    ['takes a tag of another kind for new', { image: 'registry.redhat.io/rhaiis/vllm-cuda-rhel9:3' }, {}],
  ])('%s', (_what, container, expected) => {
    expect(servingSettings(pod(container))).toEqual({ ...plain, ...expected });
  });

  it('is undefined for a pod that belongs to no model', () => {
    expect(servingSettings(pod({}, {}))).toBeUndefined();
  });
});

describe('isServing', () => {
  const ready: Pod = { ...pod({}), status: { conditions: [{ type: 'Ready', status: 'True' }] } };

  it.each<[string, Pod, boolean]>([
    ['a ready pod', ready, true],
    ['a pod without conditions', pod({}), false],
    [
      'a pod that is not ready',
      { ...ready, status: { conditions: [{ type: 'Ready', status: 'False' }] } },
      false,
    ],
    [
      'a ready pod that is being deleted',
      { ...ready, metadata: { ...ready.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } },
      false,
    ],
  ])('%s', (_what, one, expected) => {
    expect(isServing(one)).toBe(expected);
  });
});
