import type { ServedModel } from '../resources/servedModel';
import { annotationsOf, pausingPatch } from '../policy/pausePatch';
import type { KubernetesEvent } from '../resources/event';
import { scaledObjectKind } from '../resources/kinds';
import { pausesOf } from '../resources/pause';
import {
  codeOf,
  removeIfThere,
  type ChangeCluster,
  type ChangeError,
  type ObjectPlace,
  type Write,
} from './change';
import { afterLook, type Following } from './following';
import { mayRest, waitAfter } from './followPace';
import { eventTrouble } from './hopTrouble';
import { hasArrived, hopsOf, type SavedPolicy } from './policyHops';
import { wordsOfError } from './readError';
import { recentWarnings } from './recentWarnings';

/** A save of a policy: the write, what has to go after it (KServe's own HPA or ScaledObject), and what is to be followed. */
export interface PolicySave extends SavedPolicy {
  key: string;
  namespace: string;
  name: string;
  write: Write;
  remove?: ObjectPlace;
}

/** What following needs of the world; tests give their own. */
export interface FollowWorld extends Pick<ChangeCluster, 'patch' | 'remove'> {
  read: (namespace: string, name: string) => Promise<ServedModel | undefined>;
  /** The warnings of a project; empty when they may not be read. */
  warnings: (namespace: string) => Promise<readonly KubernetesEvent[]>;
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** The same, but not in a hidden tab; over at once when it is seen again. */
  waitInView: (milliseconds: number) => Promise<void>;
}

/** Time of looking, without the time in a hidden tab, in ms. */
const giveUpAfter = 1_800_000;
/** Events are read only where a hop takes longer than this and no condition says why. */
const eventsAfter = 4000;

/** The policies on their way, one a model; they go on when the page that saved them is left. */
export class FollowThrough {
  private readonly followings = new Map<string, Following>();
  private readonly listeners = new Set<() => void>();

  private readonly warnings: FollowWorld['warnings'];

  constructor(private readonly world: FollowWorld) {
    this.warnings = recentWarnings(world.warnings, world.now);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  of(key: string): Following | undefined {
    return this.followings.get(key);
  }

  /** Forgets a model's following; one that is still under way goes on unseen. */
  dismiss(key: string): void {
    this.followings.delete(key);
    this.tell();
  }

  /**
   * Writes, then follows until all hops carry the policy. Resolves after the write with what stopped it, if anything did.
   * What was written is followed even if something could not be removed after it: KServe may wipe a pause meanwhile.
   */
  async save(asked: PolicySave): Promise<ChangeError | undefined> {
    const save = { ...asked, ...this.pausesUnderWay(asked) };
    const error = await this.write(save);
    if (error?.step === 'check' || error?.step === 'write') return error;
    const { policy, paused, pauses } = save;
    const startedAt = this.world.now();
    const following: Following = {
      saved: { policy, paused, ...(pauses && { pauses }) },
      startedAt,
      arrivals: new Map(),
      seenAt: startedAt,
      ...(error && { unremoved: error }),
    };
    this.publish(save.key, following);
    void this.follow(save, following);
    return error;
  }

  /** A model whose pause is wiped and not yet set again counts as paused: the newer save has to see to it. */
  private pausesUnderWay({ key, pauses = {} }: PolicySave): Partial<SavedPolicy> {
    const earlier = this.followings.get(key);
    const open = earlier !== undefined && earlier.over === undefined && !earlier.arrivals.has('pausedAgain');
    if (!open || Object.keys(pauses).length > 0) return {};
    const { saved } = earlier;
    return { paused: saved.paused, ...(saved.pauses && { pauses: saved.pauses }) };
  }

  private async write({ write, remove, ...save }: PolicySave): Promise<ChangeError | undefined> {
    let step: ChangeError['step'] = 'check';
    try {
      await this.world.patch(write, true);
      step = 'write';
      await this.patchOrSee(write, save);
      step = 'remove';
      if (remove !== undefined) await removeIfThere(remove, this.world);
      return undefined;
    } catch (error) {
      return { step, code: codeOf(error), message: wordsOfError(error) };
    }
  }

  /** A write whose answer was lost may have been made: a look at the object tells. */
  private async patchOrSee(write: Write, save: Omit<PolicySave, 'write' | 'remove'>): Promise<void> {
    try {
      await this.world.patch(write, false);
    } catch (error) {
      if (codeOf(error) !== 'failed') throw error;
      const model = await this.world.read(save.namespace, save.name).catch(() => undefined);
      if (model === undefined || !hasArrived('inferenceService', model, save)) throw error;
    }
  }

  private async follow(save: PolicySave, first: Following): Promise<void> {
    let following = first;
    let looked = 0;
    while (following.over === undefined) {
      const next = await this.look(save, following, looked > giveUpAfter);
      if (this.followings.get(save.key) === following) this.publish(save.key, next);
      // Dismissed: go on unseen, for a pause may have to be set again. Replaced by a newer save: that one sees to it.
      else if (this.followings.has(save.key)) return;
      following = next;
      if (following.over !== undefined) return;
      const wait = waitAfter(following);
      await (mayRest(following) ? this.world.waitInView(wait) : this.world.wait(wait));
      looked += Math.min(wait, this.world.now() - following.seenAt);
    }
  }

  private async look(save: PolicySave, before: Following, tooLong: boolean): Promise<Following> {
    const seenAt = this.world.now();
    try {
      const model = await this.world.read(save.namespace, save.name);
      if (model === undefined) return { ...before, seenAt, over: 'gone' };
      const wiped = (await this.pauseAgain(save, model, before)) || before.wiped === true;
      return await this.withEvents(afterLook({ ...before, wiped }, model, seenAt, tooLong), model);
    } catch (error) {
      const failure: ChangeError = { step: 'follow', code: codeOf(error), message: wordsOfError(error) };
      return { ...before, seenAt, error: failure, ...(tooLong ? { over: 'tooLong' as const } : {}) };
    }
  }

  /** What no condition says an event may: KServe and KEDA tell their errors there. */
  private async withEvents(following: Following, model: ServedModel): Promise<Following> {
    const { saved, arrivals, startedAt, seenAt, trouble } = following;
    const open = hopsOf(saved)[arrivals.size];
    const since = Math.max(startedAt, ...arrivals.values());
    if (open === undefined || trouble !== undefined) return following;
    if (seenAt - since < eventsAfter) return following;
    const found = eventTrouble(open, await this.warnings(model.namespace), model, startedAt);
    return found === undefined ? following : { ...following, trouble: found };
  }

  /**
   * KServe writes the ScaledObject anew with the change and wipes all pauses. Once they are there again, or where some
   * are there, what the ScaledObject has is somebody's wish. Resolves to whether it had to set them.
   */
  private async pauseAgain(save: PolicySave, model: ServedModel, { arrivals }: Following): Promise<boolean> {
    const { scaledObject } = model;
    if (scaledObject === undefined || !hopsOf(save).includes('pausedAgain')) return false;
    if (arrivals.has('pausedAgain') || Object.keys(pausesOf(scaledObject)).length > 0) return false;
    if (!hasArrived('scaledObject', model, save)) return false;
    const { namespace, name } = { namespace: save.namespace, name: scaledObject.metadata.name };
    const patch = pausingPatch(scaledObject, save.pauses ?? annotationsOf({ kind: 'current' }));
    await this.world.patch({ kind: scaledObjectKind, namespace, name, patch }, false);
    return true;
  }

  private publish(key: string, following: Following): void {
    this.followings.set(key, following);
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
