import type { MetricReading } from './autoscaler';
import { autoscalerOf } from './kedaHpa';
import { readPrometheusTrigger } from './prometheusTrigger';
import type { ScalingSpec, Step, SyncStep } from './run';
import { scaleTargetOf } from './scaleTarget';
import type { ScaledObjectData } from './scaledObjectData';
import { simulate } from './simulate';
import traces from './testdata/keda-hpa-traces.json';

interface Row {
  t: number;
  replicas?: number;
  hpa?: { AbleToScale?: string; ScalingActive?: string; ScalingLimited?: string };
  so?: { Active?: string };
}
interface Case {
  spec: ScaledObjectData['spec'];
  start: number;
  log: Row[];
}
const cases = new Map(Object.entries(traces.cases as unknown as Record<string, Case>));

/** Values in steps: [from when, value]. Prometheus scraped every 5 s, so the value is up to 5 s old. */
function staircase(...stairs: [number, number][]) {
  const age = 4;
  return (now: number): MetricReading => {
    const stair = stairs.findLast(([from]) => from <= now - age);
    return readPrometheusTrigger({ samples: stair ? [stair[1]] : [] });
  };
}

/** Loads as the recording's "about" and rows give them; the phases are those of the recorded syncs and ticks. */
const replays = [
  { name: 'a', loads: [staircase([30, 24], [120, 0])], firstSync: 5, firstTick: 1 },
  { name: 'c', loads: [staircase([30, 24], [120, 0])], firstSync: 5, firstTick: 1 },
  {
    name: 'e',
    loads: [staircase([30, 7], [60, 0]), staircase([-9, 5], [30, 48], [150, 5])],
    firstSync: 6,
    firstTick: 1,
  },
  {
    name: 'g',
    loads: [staircase([30, 4], [100, 10], [260, 0])],
    firstSync: 8,
    firstTick: 3,
    paused: [60.8, 150.9],
  },
  { name: 'j', loads: [staircase()], firstSync: 9, firstTick: 3 },
];

function specOf(spec: ScaledObjectData['spec'], isPaused = false): ScalingSpec {
  const annotations = isPaused ? { 'autoscaling.keda.sh/paused': 'true' } : {};
  const scaledObject = { metadata: { annotations }, spec };
  return { autoscaler: autoscalerOf(scaledObject), target: scaleTargetOf(scaledObject) };
}

function replay({ name, loads, firstSync, firstTick, paused = [] }: (typeof replays)[number]) {
  const recorded = cases.get(name);
  if (!recorded) throw new Error(`no case ${name}`);
  const { spec, start, log } = recorded;
  const steps = simulate({
    spec: specOf(spec),
    edits: paused.map((at, index) => ({ at, spec: specOf(spec, index === 0) })),
    loads,
    replicas: start,
    durationSeconds: 540,
    syncSeconds: 5,
    firstSyncSeconds: firstSync,
    firstTickSeconds: firstTick,
  });
  return { steps, log, start };
}

interface Seen {
  at: number;
  what: string;
}

/** Consecutive equal entries count once. */
function changes(entries: Seen[]): Seen[] {
  return entries.filter(({ what }, index) => what !== entries[index - 1]?.what);
}

const arrow = (from: number, to: number) => [from, to].join('->');
const show = (condition?: { status: string; reason: string }) =>
  condition && `${condition.status}/${condition.reason}`;

function replicasIn(steps: Step[]): Seen[] {
  return steps.filter(({ from, to }) => from !== to).map((s) => ({ at: s.at, what: arrow(s.from, s.to) }));
}

function recordedReplicas(log: Row[], start: number): Seen[] {
  let from = start;
  const seen: Seen[] = [];
  for (const { t, replicas = from } of log) {
    if (replicas !== from) seen.push({ at: t, what: arrow(from, replicas) });
    from = replicas;
  }
  return seen;
}

function conditionsIn(steps: Step[]): Seen[] {
  const syncs = steps.filter((step): step is SyncStep => step.by === 'hpa');
  return changes(
    syncs.map(({ at, shown }) => ({
      at,
      what: [shown.AbleToScale, shown.ScalingActive, shown.ScalingLimited].map(show).join(' '),
    })),
  );
}

function recordedConditions(log: Row[]): Seen[] {
  const synced = log.filter(({ hpa }) => hpa?.AbleToScale);
  return changes(
    synced.map(({ t, hpa }) => ({
      at: t,
      what: [hpa?.AbleToScale, hpa?.ScalingActive, hpa?.ScalingLimited].join(' '),
    })),
  );
}

function activityIn(steps: Step[]): string[] {
  const seen = steps.flatMap((step) =>
    step.by === 'keda' && step.tick.conditions.Active ? [show(step.tick.conditions.Active)] : [],
  );
  return seen.filter((what, index) => what !== seen[index - 1]).map(String);
}

/** KEDA's operator and its loop overwrite each other's status for a moment (Unknown): no decision. */
function recordedActivity(log: Row[]): string[] {
  const seen = log.flatMap(({ so }) => (so?.Active && so.Active !== 'Unknown/' ? [so.Active] : []));
  return seen.filter((what, index) => what !== seen[index - 1]);
}

function expectWithinOneSync(simulated: Seen[], recorded: Seen[]): void {
  expect(simulated.map(({ what }) => what)).toEqual(recorded.map(({ what }) => what));
  for (const [index, { at }] of recorded.entries()) {
    expect(Math.abs((simulated[index]?.at ?? NaN) - at)).toBeLessThanOrEqual(5);
  }
}

describe('decisions recorded from a real KEDA and a real HPA controller', () => {
  it.each(replays)('case $name: replicas, in order, within one sync', (options) => {
    const { steps, log, start } = replay(options);
    expectWithinOneSync(replicasIn(steps), recordedReplicas(log, start));
  });

  it.each(replays)('case $name: conditions of the HPA, in order, within one sync', (options) => {
    const { steps, log } = replay(options);
    expectWithinOneSync(conditionsIn(steps), recordedConditions(log));
  });

  it.each(replays)('case $name: activity of the ScaledObject, in order', (options) => {
    const { steps, log } = replay(options);
    expect(activityIn(steps)).toEqual(recordedActivity(log));
  });
});
