import type { Pod } from '../../../src/resources/pod';
import { EngineRoom } from '../engineRoom';
import type { MetricFamily } from '../metricFamily';
import { GuidellmProcess, runsGuidellm } from './process';

const labels = { app: 'isvc.llama-predictor', 'serving.kserve.io/inferenceservice': 'llama' };

function serving(name: string): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'chat', labels },
    spec: {
      containers: [
        {
          name: 'kserve-container',
          args: ['--served-model-name=llama', '--max-num-seqs=20'],
          env: [{ name: 'SANDBOX_PROFILE', value: 'llama-3.2-3b-l40' }],
        },
      ],
    },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

function testing(profile: object, seconds: number | number[], model = 'llama'): Pod {
  const args = [
    'run',
    '--backend',
    JSON.stringify({ kind: 'openai_http', target: 'http://llama:8080', model }),
    '--profile',
    JSON.stringify(profile),
    '--constraint',
    JSON.stringify({ kind: 'max_duration', seconds }),
    '--data',
    JSON.stringify({ kind: 'synthetic_text', prompt_tokens: 100, output_tokens: 200 }),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'load', namespace: 'chat' },
    spec: { containers: [{ name: 'guidellm', image: 'ghcr.io/vllm-project/guidellm:v0.7.3', args }] },
    status: { phase: 'Running' },
  };
}

const value = (room: EngineRoom, name: string, reason?: string): number => {
  const families = room.metrics('chat', 'llama-a') as MetricFamily[];
  const samples = families.find((family) => family.name === name)?.samples ?? [];
  return samples
    .filter(({ labels: own }) => reason === undefined || own.finished_reason === reason)
    .reduce((sum, sample) => sum + sample.value, 0);
};

function start(pod: Pod, replicas = ['llama-a']) {
  const room = new EngineRoom([], 0);
  for (const name of replicas) room.update(serving(name));
  const process = new GuidellmProcess(pod, () => room.visit('chat', 'llama'), 0);
  const until = (seconds: number): void => {
    for (let now = 1000; now <= seconds * 1000; now += 1000) {
      room.advance(now);
      process.advance(now);
    }
  };
  return { room, process, until };
}

describe('GuidellmProcess', () => {
  it('sends at its rate for its time, however long the queue grows, and ends well', () => {
    const { room, process, until } = start(testing({ kind: 'constant', rate: [20] }, 30));
    until(30);
    expect(value(room, 'vllm:num_requests_waiting')).toBeGreaterThan(100);
    until(45);
    expect(process.exit).toEqual({ code: 0 });
    const [result] = process.results;
    expect(result).toMatchObject({ rate: 20, sent: 600, failed: 0 });
    expect((result?.done ?? 0) + (result?.incomplete ?? 0)).toBe(600);
  });

  it('gives up what is under way when a step ends: the queue goes with the load', () => {
    const { room, process, until } = start(testing({ kind: 'constant', rate: [20, 0.1] }, [20, 60]));
    until(27);
    const waiting = value(room, 'vllm:num_requests_waiting');
    until(35);
    expect(waiting).toBeGreaterThan(50);
    expect(value(room, 'vllm:num_requests_waiting')).toBe(0);
    expect(value(room, 'vllm:request_success_total', 'abort')).toBe(process.results[0]?.incomplete);
  });

  it('sweeps from one at a time to as many as possible, and between', () => {
    const { process, until } = start(testing({ kind: 'sweep', sweep_size: 4 }, 60));
    until(260);
    expect(process.exit).toEqual({ code: 0 });
    const done = process.results.map((result) => result.done);
    expect(process.results.map(({ rate }) => rate === undefined)).toEqual([true, true, false, false]);
    expect(done[1]).toBeGreaterThan(5 * (done[0] ?? Infinity));
    expect(done[2]).toBeLessThan(done[3] ?? 0);
  });

  it.each([
    ['another name', start(testing({ kind: 'constant', rate: [1] }, 5, 'lama')), 1, /lama does not exist/],
    ['no replica', start(testing({ kind: 'constant', rate: [1] }, 5), []), 1, /no answer from http/],
    ['flags that it does not know', start(testing({ kind: 'spike' }, 5)), 2, /spike/],
  ])('ends with an error: %s', (_case, { process, until }, code, words) => {
    until(40);
    expect(process.exit?.code).toBe(code);
    expect(process.exit?.message).toMatch(words);
  });

  it('takes its requests along when it is killed', () => {
    const { room, process, until } = start(testing({ kind: 'constant', rate: [20] }, 300));
    until(30);
    expect(value(room, 'vllm:num_requests_running')).toBeGreaterThan(0);
    process.kill();
    expect(value(room, 'vllm:num_requests_waiting')).toBe(0);
    expect(value(room, 'vllm:num_requests_running')).toBe(0);
  });
});

describe('runsGuidellm', () => {
  const pod = testing({ kind: 'constant', rate: [1] }, 5);

  it.each([
    ['a running one', pod, true],
    ['one that waits for its image', { ...pod, status: { phase: 'Pending' as const } }, false],
    ['one that is ended', { ...pod, metadata: { ...pod.metadata, deletionTimestamp: 'now' } }, false],
    ['a model', serving('llama-a'), false],
  ])('%s', (_case, which, expected) => {
    expect(runsGuidellm(which)).toBe(expected);
  });
});
