import type { ExtraLoad, Traffic } from './modelLoad';
import { stagedTarget } from './modelLoad';
import { ModelFleet } from './modelFleet';
import { profileOf } from './profiles';

const setup = { profile: profileOf('llama-3.2-3b-l40'), maxNumSeqs: 20 };
const pods = ['pod-a', 'pod-b'];

function traffic(load?: ExtraLoad): Traffic {
  return {
    promptTokens: { mean: 200, deviation: 60, min: 20, max: 800 },
    outputTokens: { mean: 200, deviation: 60, min: 20, max: 400 },
    baseline: { requestsPerSecond: 2, swing: 0.5, periodSeconds: 600 },
    ...(load === undefined ? {} : { load }),
  };
}

const sixtyClients: ExtraLoad = { unit: 'clients', stages: [{ seconds: 10, target: 60 }] };

function fleetOf(count: number, load?: ExtraLoad): ModelFleet {
  const fleet = new ModelFleet('chat/llama', traffic(load), 0);
  for (const pod of pods.slice(0, count)) fleet.addEngine(pod, setup);
  return fleet;
}

const waiting = (fleet: ModelFleet): number[] =>
  pods.map((pod) => fleet.engine(pod)?.gauges.waiting).filter((value) => value !== undefined);
const answered = (fleet: ModelFleet): number =>
  pods.reduce((sum, pod) => sum + (fleet.engine(pod)?.stats.requestLatency.count ?? 0), 0);

describe('stagedTarget', () => {
  const stages = [
    { seconds: 10, target: 40 },
    { seconds: 20, target: 40 },
    { seconds: 0, target: 100 },
    { seconds: 50, target: 0 },
  ];

  it.each([
    [0, 0],
    [5, 20],
    [10, 40],
    [29, 40],
    [30, 100],
    [55, 50],
    [80, 0],
    [500, 0],
  ])('after %d s is %d', (seconds, target) => {
    expect(stagedTarget(stages, seconds)).toBe(target);
  });
});

describe('ModelFleet', () => {
  it('gives the same counts however time is cut', () => {
    const [once, often] = [fleetOf(2, sixtyClients), fleetOf(2, sixtyClients)];
    for (const fleet of [once, often]) fleet.setLoad(true);
    once.advance(120_000);
    for (let now = 0; now <= 120_000; now += 77) often.advance(now);
    often.advance(120_000);
    expect(often.engine('pod-a')?.stats).toEqual(once.engine('pod-a')?.stats);
    expect(often.engine('pod-b')?.stats).toEqual(once.engine('pod-b')?.stats);
    expect(answered(once)).toBeGreaterThan(500);
  });

  it('answers the baseline without a queue', () => {
    const fleet = fleetOf(1);
    fleet.advance(600_000);
    expect(answered(fleet)).toBeGreaterThan(1000);
    expect(answered(fleet)).toBeLessThan(1400);
    expect(fleet.engine('pod-a')?.stats.queueTime.sum).toBeLessThan(30);
  });

  it('queues what more clients than seats send, and spreads it over a second replica', () => {
    const fleet = fleetOf(1, sixtyClients);
    fleet.setLoad(true);
    fleet.advance(60_000);
    expect(waiting(fleet)[0]).toBeGreaterThan(30);
    fleet.addEngine('pod-b', setup);
    fleet.advance(180_000);
    const [first = 0, second = 0] = waiting(fleet);
    expect(first + second).toBeLessThan(40);
    expect(Math.abs(first - second)).toBeLessThanOrEqual(6);
  });

  it('grows without bound under more requests a second than it can answer', () => {
    const fleet = fleetOf(1, { unit: 'requestsPerSecond', stages: [{ seconds: 0, target: 20 }] });
    fleet.setLoad(true);
    fleet.advance(60_000);
    const [soon = 0] = waiting(fleet);
    fleet.advance(120_000);
    expect(soon).toBeGreaterThan(100);
    expect(waiting(fleet)[0]).toBeGreaterThan(1.8 * soon);
  });

  it('has an empty queue within a minute after the load was turned off', () => {
    const fleet = fleetOf(1, sixtyClients);
    fleet.setLoad(true);
    fleet.advance(120_000);
    fleet.setLoad(false);
    fleet.advance(180_000);
    expect(waiting(fleet)).toEqual([0]);
    expect(fleet.engine('pod-a')?.gauges.running).toBeLessThan(15);
  });

  it('starts the stages anew when the load is turned on again', () => {
    const fleet = fleetOf(1, { unit: 'clients', stages: [{ seconds: 100, target: 100 }] });
    fleet.setLoad(true);
    fleet.advance(100_000);
    fleet.setLoad(false);
    fleet.advance(200_000);
    fleet.setLoad(true);
    fleet.advance(210_000);
    expect(waiting(fleet)).toEqual([0]);
    fleet.advance(290_000);
    expect(waiting(fleet)[0]).toBeGreaterThan(40);
  });

  it('fails requests without a replica, and clients come back when there is one', () => {
    const fleet = fleetOf(0, sixtyClients);
    fleet.setLoad(true);
    fleet.advance(30_000);
    expect(fleet.failedRequests).toBeGreaterThan(60);
    fleet.addEngine('pod-a', setup);
    fleet.advance(60_000);
    expect(waiting(fleet)[0]).toBeGreaterThan(30);
  });

  it('loses what a replica runs when it ends, and its clients ask the others', () => {
    const fleet = fleetOf(2, sixtyClients);
    fleet.setLoad(true);
    fleet.advance(60_000);
    const before = fleet.failedRequests;
    fleet.removeEngine('pod-b');
    expect(fleet.failedRequests - before).toBeGreaterThan(20);
    expect(fleet.engine('pod-b')).toBeUndefined();
    fleet.advance(90_000);
    expect(waiting(fleet)[0]).toBeGreaterThan(30);
  });

  it('runs eight busy replicas thirty times faster than real time on a part of one core', () => {
    const fleet = new ModelFleet(
      'cost',
      traffic({ unit: 'clients', stages: [{ seconds: 0, target: 200 }] }),
      0,
    );
    for (let pod = 0; pod < 8; pod += 1) fleet.addEngine(`pod-${String(pod)}`, setup);
    fleet.setLoad(true);
    const start = process.cpuUsage();
    fleet.advance(60_000);
    // A simulated minute is 2 s at 30x.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});

describe('ModelFleet behind an interceptor', () => {
  const load: ExtraLoad = { unit: 'clients', stages: [{ seconds: 0, target: 3 }] };
  const calm: Traffic = { ...traffic(load), baseline: { requestsPerSecond: 0, swing: 0, periodSeconds: 60 } };

  it('holds requests while there is no replica, counts them, and passes them on to the first one', () => {
    const fleet = new ModelFleet('chat/sleeper', calm, 0);
    fleet.intercept(600_000);
    fleet.setLoad(true);
    fleet.advance(60_000);
    expect([fleet.inFlight, fleet.failedRequests]).toEqual([3, 0]);
    fleet.addEngine('pod-a', setup);
    fleet.advance(61_000);
    expect(fleet.inFlight).toBe(3);
    fleet.setLoad(false);
    fleet.advance(120_000);
    expect(fleet.inFlight).toBe(0);
    const { requestLatency } = fleet.engine('pod-a')?.stats ?? {};
    // The first ones waited for the replica, which their latency tells.
    expect(requestLatency?.sum).toBeGreaterThan(3 * 58);
  });

  it('gives a request up when its time is over, as it does at once without an interceptor', () => {
    const fleet = new ModelFleet('chat/sleeper', calm, 0);
    fleet.intercept(10_000);
    fleet.setLoad(true);
    fleet.advance(9_000);
    expect(fleet.failedRequests).toBe(0);
    fleet.advance(15_000);
    expect(fleet.failedRequests).toBe(3);
    fleet.intercept(undefined);
    fleet.advance(20_000);
    expect(fleet.failedRequests).toBeGreaterThan(6);
    expect(fleet.inFlight).toBe(0);
  });
});
