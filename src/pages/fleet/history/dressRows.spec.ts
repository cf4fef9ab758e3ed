import { aDeployment, aKedaHpa, aServedModel } from '../../../resources/testObjects';
import { fleetRow } from '../rows/fleetRow';
import { createDressing } from './dressRows';

const now = Date.UTC(2026, 0, 1, 12);
const times = [0, 30, 60, 90].map((second) => now / 1000 - 600 + second);
const time = { now, missing: [] };
const held = aServedModel({
  deployment: aDeployment(3),
  kedaHpa: aKedaHpa({ desiredReplicas: 3, currentReplicas: 3 }),
});
const row = fleetRow(held, { waiting: 0, running: 0 }, now, []);
const history = (...values: (number | null)[]) => ({
  times,
  values: new Map([['team-a/llama', values]]),
});

describe('createDressing', () => {
  it('gives a held model the end of its scale-down window, from the last time it needed its replicas', () => {
    const dressed = createDressing()([row], history(9, 5, 0, 0), time).get('team-a/llama');
    expect(row.status.code).toBe('holding');
    // Five waiting requests need three replicas at a threshold of 2; the window is 300 s.
    expect(dressed?.row.status).toMatchObject({ code: 'holding', until: ((times[1] ?? 0) + 300) * 1000 });
    expect(dressed?.bare).toBe(row);
  });

  it('leaves the end open when the history does not tell', () => {
    const dressed = createDressing()([row], history(null, 1, 0, 0), time).get('team-a/llama');
    expect(dressed?.row.status).not.toHaveProperty('until');
    expect(dressed?.row.history).toEqual([null, 1, 0, 0]);
  });

  it('keeps rows and map while nothing changed', () => {
    const dress = createDressing();
    const past = history(9, 5, 0, 0);
    const before = dress([row], past, time);
    expect(dress([row], { ...past, times }, { ...time, now: now + 1000 })).toBe(before);
    expect(dress([row], history(9, 5, 0, 1), time)).not.toBe(before);
  });

  it('shows rows without a history as they are', () => {
    const dressed = createDressing()([row], undefined, time).get('team-a/llama');
    expect(dressed?.row).toEqual(row);
  });
});
