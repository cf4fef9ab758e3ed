/** One trigger's part of the arithmetic. `load`: all replicas together; `wants`: replicas, inside the tolerance as many as there are. */
export interface TriggerProposal {
  trigger: number;
  load: number;
  threshold: number;
  wants: number;
  withinTolerance: boolean;
}

/** What a change of the policy will do, as facts; views make the sentences. */
export type ConsequenceFacts =
  /** Only the autoscaler changes. */
  | { code: 'noRestart' }
  /** KServe copies what is changed into the pod template. gpus: needed beside those in use while it goes on. */
  | { code: 'restart'; pods: number; gpus: number; free?: number }
  /** Replicas outside the new bounds change at the HPA's next sync, past windows and limits. */
  | { code: 'atOnce'; from: number; to: number; bound: 'min' | 'max' }
  /** What the load of now asks for: the highest proposal wins. `from`: replicas once the bounds hold. */
  | {
      code: 'wanted';
      proposals: readonly TriggerProposal[];
      winner: number;
      from: number;
      to: number;
      limitedTo?: 'min' | 'max';
      /** Seconds after the last high load until replicas go; only when to < from. */
      windowSeconds?: number;
    }
  /** The load of a trigger is not known: the arithmetic cannot be told. */
  | { code: 'loadUnknown'; triggers: readonly number[] }
  /** shortOf: what does not suffice for the maximum; fits: replicas that there is room for. */
  | {
      code: 'gpusAtMax';
      replicas: number;
      gpus: number;
      free?: number;
      allocatable?: number;
      quota?: number;
      shortOf?: 'free' | 'allocatable' | 'quota';
      fits?: number;
    }
  /** KServe is too old for the windows and drops them. */
  | { code: 'windowsNotKept' }
  /** The behavior holds rules beside the windows, which KServe drops. */
  | { code: 'rulesNotKept'; rules: readonly string[] }
  /** Only what waits counts: a full model with an empty queue scales down. */
  | { code: 'queueOnly' }
  /** slots: max-num-seqs of the engine. never: the load can never exceed it; else only once requests wait. */
  | { code: 'aboveSlots'; trigger: number; threshold: number; slots: number; never: boolean }
  /** A share of the KV cache above 1 is never used. */
  | { code: 'cacheNeverFull'; trigger: number; threshold: number }
  /** The query gives one series a pod as soon as there are two pods. */
  | { code: 'unsummed'; trigger: number }
  /** serverAddress asks the cluster-wide port, for which the rights that OpenShift AI grants are not enough. */
  | { code: 'clusterWidePort'; trigger: number }
  /** GPUs that may stay without work for this long after each peak. */
  | { code: 'holdsGpus'; seconds: number; gpus: number }
  | { code: 'shortWindow'; seconds: number }
  | { code: 'slowUp'; seconds: number }
  /** KEDA removes a new model that loads for longer than this. */
  | { code: 'loadingCut'; seconds: number }
  /** Running generations are cut when replicas go, after this many seconds. */
  | { code: 'cutsRequests'; replicas: number; seconds: number }
  /** KServe wipes the pause with the change; it is set again. */
  | { code: 'paused' }
  /** The same of a pause in one direction, or in both with KEDA's HPA in place. */
  | { code: 'held'; down: boolean; up: boolean }
  /** Transformer or explainer without triggers of their own: they keep the class that they have. */
  | { code: 'keepsClass'; components: readonly string[] }
  /** What else the autoscaling counts, such as "cpu": it stays as it is, and the highest proposal wins. */
  | { code: 'keepsMetrics'; metrics: readonly string[] }
  /** Objects that go with the autoscaling: kind and name. */
  | { code: 'removesObjects'; names: readonly string[] }
  /** KServe sets the replicas from now on. */
  | { code: 'setsReplicas'; from?: number; to: number }
  /** No load adds replicas or takes them away any more. */
  | { code: 'nothingScales' }
  /** The triggers go from the InferenceService: KServe's webhook refuses them with another class. */
  | { code: 'forgetsTriggers' }
  /** Another tool keeps the object as it is in a repository. */
  | { code: 'gitOps'; manager: string };

/** A consequence and how it is to be taken: a warning never keeps from saving. */
export type Consequence = ConsequenceFacts & { tone: 'good' | 'info' | 'warning' };
