import type { ScaleTarget, TickState, TriggerReading } from './kedaTick';
import { kedaTick } from './kedaTick';

const target: ScaleTarget = {
  minReplicas: 0,
  maxReplicas: 3,
  cooldownSeconds: 300,
  initialCooldownSeconds: 0,
  createdAt: 0,
};
const trigger = (reading: TriggerReading['reading'], activationThreshold = 0): TriggerReading => ({
  name: 's0-prometheus',
  reading,
  activationThreshold,
});
const idle = trigger({ value: 0 });
const busy = trigger({ value: 4 });
const broken = trigger({ error: 'status: 403' });

function summary(
  change: Partial<ScaleTarget>,
  state: TickState,
  triggers: TriggerReading[],
  now: number,
): string {
  const { replicas, lastActiveAt, conditions, event } = kedaTick(
    { ...target, ...change },
    state,
    triggers,
    now,
  );
  const shown = Object.entries(conditions).map(([type, { status, reason }]) => `${type}=${status}/${reason}`);
  return [replicas, lastActiveAt ?? 'nil', ...shown, event ?? ''].join(' ').trim();
}

const ready = 'Ready=True/ScaledObjectReady';
const notActive = 'Active=False/ScalerNotActive';
const active = 'Active=True/ScalerActive';
const on = 'KEDAScaleTargetActivated';
const off = 'KEDAScaleTargetDeactivated';

describe('golden table 2 (min 0, cooldown 300)', () => {
  it.each([
    ['fresh, never active', { replicas: 1 }, idle, 30, `0 nil ${ready} ${notActive} ${off}`],
    ['cooling down', { replicas: 1, lastActiveAt: 0 }, idle, 290, `1 0 ${ready} Active=False/ScalerCooldown`],
    ['cooled down', { replicas: 1, lastActiveAt: 0 }, idle, 330, `0 0 ${ready} ${notActive} ${off}`],
    ['active from 0', { replicas: 0, lastActiveAt: 0 }, busy, 360, `1 360 ${ready} ${active} ${on}`],
    ['error', { replicas: 1, lastActiveAt: 0 }, broken, 360, `1 0 Ready=False/TriggerError ${notActive}`],
  ])('%s', (_name, state, reading, now, expected) => {
    expect(summary({}, state, [reading], now)).toBe(expected);
  });
});

describe('cooldown', () => {
  it.each([
    ['is over strictly after the period', {}, { replicas: 2, lastActiveAt: 0 }, 300, 2],
    ['is over one second later', {}, { replicas: 2, lastActiveAt: 0 }, 301, 0],
    ['of the start counts from creation', { initialCooldownSeconds: 600 }, { replicas: 1 }, 600, 1],
    ['of the start ends', { initialCooldownSeconds: 600 }, { replicas: 1 }, 601, 0],
    [
      'of the start no longer counts once active',
      { initialCooldownSeconds: 600 },
      { replicas: 1, lastActiveAt: 10 },
      311,
      0,
    ],
  ])('%s', (_name, change, state, now, replicas) => {
    expect(kedaTick({ ...target, ...change }, state, [idle], now).replicas).toBe(replicas);
  });
});

describe('who scales what', () => {
  const withIdle = { minReplicas: 2, idleReplicas: 0 };
  it.each([
    ['active at more than 0: only notes the time', {}, { replicas: 2 }, [busy], `2 100 ${ready} ${active}`],
    [
      'active from 0: straight to min',
      { minReplicas: 2 },
      { replicas: 0 },
      [busy],
      `2 100 ${ready} ${active} ${on}`,
    ],
    [
      "active below min is the HPA's",
      { minReplicas: 2 },
      { replicas: 1 },
      [busy],
      `1 100 ${ready} ${active}`,
    ],
    [
      'idle set, active below min: to min',
      withIdle,
      { replicas: 1 },
      [busy],
      `2 100 ${ready} ${active} ${on}`,
    ],
    ['idle set, inactive: to idle', withIdle, { replicas: 2 }, [idle], `0 nil ${ready} ${notActive} ${off}`],
    ['idle set, inactive at idle: stays', withIdle, { replicas: 0 }, [idle], `0 nil ${ready} ${notActive}`],
    [
      'inactive below min: to min',
      { minReplicas: 2 },
      { replicas: 1 },
      [idle],
      `2 nil ${ready} ${notActive}`,
    ],
    ['inactive at min: stays', { minReplicas: 2 }, { replicas: 2 }, [idle], `2 nil ${ready} ${notActive}`],
    ['at 0 and inactive: stays', {}, { replicas: 0 }, [idle], `0 nil ${ready} ${notActive}`],
  ])('%s', (_name, change, state, triggers, expected) => {
    expect(summary(change, state, triggers, 100)).toBe(expected);
  });
});

describe('activity', () => {
  it.each([
    ['equal to the threshold is not active', trigger({ value: 5 }, 5), notActive],
    ['above the threshold', trigger({ value: 5.1 }, 5), active],
    ['the value before rounding counts', trigger({ value: 0, exact: 0.0002 }), active],
    ['a fallback makes active', { ...trigger({ value: 0 }), fallbackActive: true }, active],
  ])('%s', (_name, reading, expected) => {
    expect(summary({ minReplicas: 1 }, { replicas: 1 }, [reading], 100)).toContain(expected);
  });
});

describe('failing triggers', () => {
  it.each([
    [
      'one fails, one is active',
      {},
      { replicas: 2, lastActiveAt: 7 },
      [broken, busy],
      `2 7 Ready=Unknown/PartialTriggerError ${active}`,
    ],
    ['one fails, one wakes from 0', {}, { replicas: 0 }, [broken, busy], `1 100 ${ready} ${active} ${on}`],
    [
      'one fails, one is idle',
      {},
      { replicas: 2 },
      [broken, idle],
      `2 nil Ready=False/TriggerError ${notActive}`,
    ],
    [
      'below min too nothing is touched',
      { minReplicas: 3 },
      { replicas: 1 },
      [broken],
      `1 nil Ready=False/TriggerError ${notActive}`,
    ],
    [
      'a fallback lets it wait',
      { hasFallback: true },
      { replicas: 2 },
      [broken],
      `2 nil ${ready} ${notActive}`,
    ],
    [
      'a fallback of 0 does not',
      { hasFallback: true, fallbackReplicas: 0 },
      { replicas: 2 },
      [broken],
      `0 nil ${ready} ${notActive} ${off}`,
    ],
  ])('%s', (_name, change, state, triggers, expected) => {
    expect(summary(change, state, triggers, 100)).toBe(expected);
  });
});

describe('annotations', () => {
  const paused = 'Paused=True/ScaledObjectPaused';
  it.each([
    ['paused: nothing moves', { paused: true }, { replicas: 2, lastActiveAt: 5 }, [idle], `2 5 ${paused}`],
    ['paused at a number', { pausedReplicas: 0 }, { replicas: 2 }, [busy], `0 nil ${paused}`],
    [
      'paused scale-in: not to 0',
      { pausedScaleIn: true },
      { replicas: 1 },
      [idle],
      `1 nil ${ready} ${notActive} ${paused}`,
    ],
    [
      'paused scale-in: up from 0',
      { pausedScaleIn: true },
      { replicas: 0 },
      [busy],
      `1 100 ${ready} ${active} ${paused} ${on}`,
    ],
    [
      'paused scale-out: not up from 0',
      { pausedScaleOut: true },
      { replicas: 0 },
      [busy],
      `0 nil ${ready} ${active} ${paused}`,
    ],
    [
      'paused scale-out: down to 0',
      { pausedScaleOut: true },
      { replicas: 1 },
      [idle],
      `0 nil ${ready} ${notActive} ${paused} ${off}`,
    ],
    [
      'forced: up though idle',
      { forceActivation: true },
      { replicas: 0 },
      [idle],
      `1 100 ${ready} ${active} ${on}`,
    ],
    [
      'forced: stays up',
      { forceActivation: true },
      { replicas: 1, lastActiveAt: 1 },
      [idle],
      `1 100 ${ready} ${active}`,
    ],
    [
      'forced and failing',
      { forceActivation: true },
      { replicas: 1 },
      [broken],
      `1 nil Ready=Unknown/PartialTriggerError ${active}`,
    ],
  ])('%s', (_name, change, state, triggers, expected) => {
    expect(summary(change, state, triggers, 100)).toBe(expected);
  });

  it('says why it is active', () => {
    const message = (forceActivation: boolean) =>
      kedaTick({ ...target, forceActivation }, { replicas: 1 }, [busy], 1).conditions.Active?.message;
    expect(message(true)).toContain('forced by annotation');
    expect(message(false)).toContain('triggers are active');
  });
});
