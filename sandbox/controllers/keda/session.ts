import type { Cancel } from '../../clock';
import type { Health } from './health';
import { newHealth } from './health';

/** What KEDA's operator keeps in memory of one ScaledObject. */
export interface Session {
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
}

/** Sessions by key; one for another object of the same name starts anew. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  of(key: string, uid: string): Session {
    const known = this.sessions.get(key);
    if (known?.uid === uid) return known;
    this.end(key);
    const session: Session = { uid, health: newHealth(), looping: false, due: false };
    this.sessions.set(key, session);
    return session;
  }

  end(key: string): void {
    this.sessions.get(key)?.cancel?.();
    this.sessions.delete(key);
  }

  endAll(): void {
    for (const key of [...this.sessions.keys()]) this.end(key);
  }
}

/** Stops the loop; the next start looks at once. */
export function stopLoop(session: Session): void {
  session.cancel?.();
  session.looping = false;
  session.due = false;
  delete session.hpaUid;
}
