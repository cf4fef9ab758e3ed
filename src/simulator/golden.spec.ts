import type { Autoscaler, MetricReading } from './autoscaler';
import { proposalOf } from './proposal';
import type { SyncStep } from './run';
import { simulate } from './simulate';

// Golden values of the project's contract, 3.7. Threshold, replicas, metric, AverageValue wants, Value wants.
const proposals = [
  [2, 1, 0, 0, 0],
  [2, 1, 1, 1, 1],
  [2, 1, 2, 1, 1],
  [2, 1, 3, 2, 2],
  [2, 1, 4, 2, 2],
  [2, 1, 5, 3, 3],
  [2, 1, 24, 12, 12],
  [2, 3, 0, 0, 0],
  [2, 3, 2, 1, 3],
  [2, 3, 4, 2, 6],
  [2, 3, 5, 3, 8],
  [2, 3, 6, 3, 9],
  [2, 3, 7, 4, 11],
  [2, 3, 24, 12, 36],
  [10, 1, 9, 1, 1],
  [10, 1, 10, 1, 1],
  [10, 1, 11, 1, 1],
  [10, 1, 12, 2, 2],
  [10, 1, 20, 2, 2],
  [10, 1, 21, 3, 3],
  [10, 2, 9, 1, 2],
  [10, 2, 17, 2, 4],
  [10, 2, 18, 2, 4],
  [10, 2, 19, 2, 4],
  [10, 2, 21, 2, 5],
  [10, 2, 22, 2, 5],
  [10, 2, 23, 3, 5],
  [10, 2, 30, 3, 6],
  [0.1, 1, 0, 0, 0],
  [0.1, 1, 1, 10, 10],
  [0.1, 1, 2, 20, 20],
];

describe('proposal of one metric (golden table 1)', () => {
  it.each(proposals)('threshold %d, %d replicas, metric %d: %d, as Value %d', (...row) => {
    const [threshold = 0, replicas = 0, value = 0, averageWants, valueWants] = row;
    const autoscaler: Autoscaler = { minReplicas: 1, maxReplicas: 100, metrics: [] };
    const observation = {
      now: 0,
      specReplicas: replicas,
      statusReplicas: replicas,
      readyReplicas: replicas,
      readings: [],
    };
    const wants = (type: 'AverageValue' | 'Value') =>
      proposalOf({ name: 'm', type, threshold }, value, autoscaler, observation);
    expect([wants('AverageValue'), wants('Value')]).toEqual([averageWants, valueWants]);
  });
});

function autoscaler(minReplicas: number, maxReplicas: number, behavior?: Autoscaler['behavior']): Autoscaler {
  const metrics = [{ name: 's0-prometheus', type: 'AverageValue', threshold: 2 } as const];
  return { minReplicas, maxReplicas, metrics, ...(behavior && { behavior }) };
}

function windows(down: number): Autoscaler['behavior'] {
  return { scaleUp: { stabilizationWindowSeconds: 0 }, scaleDown: { stabilizationWindowSeconds: down } };
}

const burst = (now: number): MetricReading => ({ value: now >= 30 && now < 120 ? 24 : 0 });
const onePodAMinute: Autoscaler['behavior'] = {
  scaleDown: {
    stabilizationWindowSeconds: 60,
    policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
  },
};

function breaksAt60(now: number): MetricReading {
  return now < 60 ? { value: now < 30 ? 0 : 8 } : { error: 'query failed' };
}

/** Time, metric, raw, from, to, reason, reason of AbleToScale, as the contract's tables show a sync. */
function rowOf(step: SyncStep, reading: MetricReading): string {
  const metric = 'value' in reading ? String(reading.value) : 'error';
  const { ScalingLimited, ScalingActive, AbleToScale } = step.conditions;
  const reason = ScalingLimited?.reason ?? step.rescaleReason ?? ScalingActive?.reason;
  const noRaw = metric === 'error' ? 'none' : '-';
  const able = metric === 'error' ? '-' : AbleToScale.reason;
  return [step.at, metric, step.raw ?? noRaw, step.from, step.to, reason, able].join(' ');
}

const traces: {
  name: string;
  scaler: Autoscaler;
  load: (now: number) => MetricReading;
  syncs: number;
  replicas?: number;
  rows: string[];
}[] = [
  {
    name: 'A: burst, max 3',
    scaler: autoscaler(1, 3, windows(300)),
    load: burst,
    syncs: 40,
    rows: [
      '0 0 0 1 1 DesiredWithinRange ScaleDownStabilized',
      '30 24 12 1 3 TooManyReplicas ReadyForNewScale',
      '120 0 0 3 3 DesiredWithinRange ScaleDownStabilized',
      '405 0 0 3 1 TooFewReplicas ReadyForNewScale',
    ],
  },
  {
    name: 'B: burst, max 20',
    scaler: autoscaler(1, 20, windows(300)),
    load: burst,
    syncs: 40,
    rows: [
      '0 0 0 1 1 DesiredWithinRange ScaleDownStabilized',
      '30 24 12 1 5 ScaleUpLimit ReadyForNewScale',
      '45 24 12 5 10 ScaleUpLimit ReadyForNewScale',
      '60 24 12 10 12 DesiredWithinRange ReadyForNewScale',
      '120 0 0 12 12 DesiredWithinRange ScaleDownStabilized',
      '405 0 0 12 1 TooFewReplicas ReadyForNewScale',
    ],
  },
  {
    name: 'C: burst, no behavior',
    scaler: autoscaler(1, 20),
    load: burst,
    syncs: 40,
    rows: [
      '0 0 0 1 1 DesiredWithinRange ScaleDownStabilized',
      '30 24 12 1 4 ScaleUpLimit ReadyForNewScale',
      '45 24 12 4 8 ScaleUpLimit ReadyForNewScale',
      '60 24 12 8 12 DesiredWithinRange ReadyForNewScale',
      '120 0 0 12 12 DesiredWithinRange ScaleDownStabilized',
      '420 0 0 12 1 TooFewReplicas ReadyForNewScale',
    ],
  },
  {
    name: 'D: one pod a minute',
    scaler: autoscaler(1, 6, onePodAMinute),
    load: burst,
    syncs: 40,
    rows: [
      '0 0 0 1 1 DesiredWithinRange ScaleDownStabilized',
      '30 24 12 1 5 ScaleUpLimit ReadyForNewScale',
      '45 24 12 5 6 TooManyReplicas ReadyForNewScale',
      '120 0 0 6 6 DesiredWithinRange ScaleDownStabilized',
      '165 0 0 6 5 ScaleDownLimit ReadyForNewScale',
      '225 0 0 5 4 ScaleDownLimit ReadyForNewScale',
      '285 0 0 4 3 ScaleDownLimit ReadyForNewScale',
      '345 0 0 3 2 ScaleDownLimit ReadyForNewScale',
      '405 0 0 2 1 TooFewReplicas ReadyForNewScale',
    ],
  },
  {
    name: 'E: the metric breaks',
    scaler: autoscaler(1, 6, windows(60)),
    load: breaksAt60,
    syncs: 20,
    rows: [
      '0 0 0 1 1 DesiredWithinRange ScaleDownStabilized',
      '30 8 4 1 4 DesiredWithinRange ReadyForNewScale',
      '60 error none 4 4 FailedGetExternalMetric -',
    ],
  },
  {
    name: 'F: min raised',
    scaler: autoscaler(2, 6, {}),
    load: () => ({ value: 0 }),
    syncs: 3,
    rows: ['0 0 - 1 2 CurrentBelowMin SucceededGetScale', '15 0 0 2 2 TooFewReplicas ScaleDownStabilized'],
  },
  {
    name: 'G: max lowered',
    scaler: autoscaler(1, 2, {}),
    load: () => ({ value: 24 }),
    syncs: 3,
    replicas: 5,
    rows: ['0 24 - 5 2 CurrentAboveMax SucceededGetScale', '15 24 12 2 2 TooManyReplicas ReadyForNewScale'],
  },
  {
    name: 'H: queue that comes and goes',
    scaler: autoscaler(1, 3, windows(300)),
    load: (now) => ({ value: now % 300 < 60 ? 24 : 0 }),
    syncs: 80,
    rows: [
      '0 24 12 1 3 TooManyReplicas ReadyForNewScale',
      '60 0 0 3 3 DesiredWithinRange ScaleDownStabilized',
      '300 24 12 3 3 TooManyReplicas ReadyForNewScale',
      '360 0 0 3 3 DesiredWithinRange ScaleDownStabilized',
      '600 24 12 3 3 TooManyReplicas ReadyForNewScale',
      '660 0 0 3 3 DesiredWithinRange ScaleDownStabilized',
      '900 24 12 3 3 TooManyReplicas ReadyForNewScale',
      '960 0 0 3 3 DesiredWithinRange ScaleDownStabilized',
    ],
  },
];

describe('traces (golden A to H)', () => {
  it.each(traces)('$name', ({ scaler, load, syncs, replicas = 1, rows }) => {
    const steps = simulate({
      spec: { autoscaler: scaler },
      loads: [load],
      replicas,
      durationSeconds: syncs * 15,
    }) as SyncStep[];
    const seen: string[] = [];
    let before = '';
    for (const step of steps) {
      const row = rowOf(step, load(step.at));
      const reasons = row.split(' ').slice(-2).join(' ');
      if (step.from !== step.to || reasons !== before) seen.push(row);
      before = reasons;
    }
    expect(steps).toHaveLength(syncs);
    expect(seen).toEqual(rows);
  });
});
