import type { AutoscalingPolicy } from '../../src/policy/autoscalingPolicy';
import { ownTrigger, type PolicyTrigger } from '../../src/policy/trigger';
import type { AutoScalingMetric } from '../../src/resources/inferenceService';

/** The model that the policies are for. */
export const model = { namespace: 'team-a', name: 'llama' };

/** Metrics that are none of the product's, and have to outlive its edits. */
const foreign: AutoScalingMetric[] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
  {
    type: 'External',
    external: {
      metric: { backend: 'graphite', serverAddress: 'http://g:8080', query: 'g' },
      target: { type: 'Value', value: '1' },
    },
  },
];

/** Mulberry32: the same numbers at each run, at least 0 and below 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes policies that KServe accepts; the same seed makes the same ones. */
export class RandomPolicies {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomNumbers(seed);
  }

  /** A chance between 0 and 1. */
  chance(part: number): boolean {
    return this.random() < part;
  }

  foreignMetric(): AutoScalingMetric {
    return this.pick(...foreign);
  }

  /** Bounds up to 8, thresholds with up to three decimals, one to three triggers, windows or none. */
  policy(): AutoscalingPolicy {
    const minReplicas = 1 + this.whole(4);
    const mode = this.pick('keda', 'keda', 'keda', 'keda', 'hpa', 'none');
    const bounds = { mode, minReplicas, maxReplicas: minReplicas + this.whole(5) } as const;
    if (mode !== 'keda') return { ...bounds, triggers: [] };
    return {
      ...bounds,
      triggers: Array.from({ length: 1 + this.whole(3) }, () => this.trigger()),
      ...(this.chance(0.5) ? { scaleUpWindowSeconds: this.pick(0, 30, 3600) } : {}),
      ...(this.chance(0.5) ? { scaleDownWindowSeconds: this.pick(0, 60, 300) } : {}),
    };
  }

  private trigger(): PolicyTrigger {
    const threshold = this.pick(0.001, 0.1, 0.75, 1, 2, 2.5, 10, 1234.567);
    if (this.chance(0.5)) {
      return ownTrigger(this.pick('waiting', 'waitingAndRunning', 'kvCache'), model, threshold);
    }
    return {
      kind: 'query',
      query: this.pick('sum(x)', 'max(y)', 'sum(rate(z[1m]))'),
      threshold,
      serverAddress: this.pick('http://prometheus:9090', 'https://thanos:9092'),
      ...(this.chance(0.5) ? { namespace: 'team-a' } : {}),
      ...(this.chance(0.5) ? { authentication: { modes: 'bearer', name: 'a' } } : {}),
    };
  }

  private whole(below: number): number {
    return Math.floor(this.random() * below);
  }

  private pick<T>(...values: T[]): T {
    return values[this.whole(values.length)] as T;
  }
}
