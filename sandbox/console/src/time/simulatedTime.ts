/** The sandbox's clock as the server told it, with the real time at which it said so (milliseconds). */
export interface TimeBase {
  /** Simulated milliseconds since the epoch. */
  now: number;
  /** Simulated seconds per real second. */
  speed: number;
}

/** A small difference is the network's delay: jumping for it would make the time go back now and then. */
const tolerated = (speed: number): number => 1000 + 200 * speed;

/** Follows the sandbox's clock between two answers of its server. */
export class SimulatedTime {
  private base: TimeBase;
  private realAtBase: number;

  constructor(
    base: TimeBase,
    private readonly realNow: () => number,
  ) {
    this.base = base;
    this.realAtBase = realNow();
  }

  /** Simulated milliseconds since the epoch, a whole number as Date.now gives it. */
  now(): number {
    return Math.floor(this.base.now + (this.realNow() - this.realAtBase) * this.base.speed);
  }

  get speed(): number {
    return this.base.speed;
  }

  /** Takes over what the server says; true when the speed changed, so that pending timers need a new delay. */
  follow(told: TimeBase): boolean {
    const speedChanged = told.speed !== this.base.speed;
    if (!speedChanged && Math.abs(told.now - this.now()) <= tolerated(told.speed)) return false;
    this.base = { now: told.now, speed: told.speed };
    this.realAtBase = this.realNow();
    return speedChanged;
  }
}
