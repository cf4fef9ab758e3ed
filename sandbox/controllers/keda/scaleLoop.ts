import type { Cancel } from '../../clock';
import type { Health } from './health';
import { newHealth } from './health';

/** KEDA's loop over the triggers of one ScaledObject, and what it keeps in memory of it (pkg/scaling/scale_handler.go). */
export interface ScaleLoop {
  readonly uid: string;
  readonly health: Health;
  /** Whether the loop runs: it does not while the ScaledObject is paused or wrong. */
  looping: boolean;
  /** Whether the loop should look at the triggers in the next run. */
  due: boolean;
  /** The generation and the HPA that the loop was last started for. */
  generation?: number;
  hpaUid?: string;
  cancel?: Cancel;
  /** Whether an external scaler said lately that there is something to do, and the end of asking it. */
  pushed?: boolean;
  cancelPushes?: Cancel;
}

/** ScaleLoops by key; one for another object of the same name starts anew. */
export class ScaleLoops {
  private readonly loops = new Map<string, ScaleLoop>();

  of(key: string, uid: string): ScaleLoop {
    const known = this.loops.get(key);
    if (known?.uid === uid) return known;
    this.end(key);
    const scaleLoop: ScaleLoop = { uid, health: newHealth(), looping: false, due: false };
    this.loops.set(key, scaleLoop);
    return scaleLoop;
  }

  end(key: string): void {
    const scaleLoop = this.loops.get(key);
    scaleLoop?.cancel?.();
    scaleLoop?.cancelPushes?.();
    this.loops.delete(key);
  }

  endAll(): void {
    for (const key of [...this.loops.keys()]) this.end(key);
  }
}

/** Stops the loop; the next start looks at once. */
export function stopLoop(scaleLoop: ScaleLoop): void {
  scaleLoop.cancel?.();
  scaleLoop.cancelPushes?.();
  delete scaleLoop.cancelPushes;
  scaleLoop.looping = false;
  scaleLoop.due = false;
  delete scaleLoop.hpaUid;
}
