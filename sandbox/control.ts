/** What the sandbox bar shows. */
export interface SandboxState {
  scenario: string;
  scenarios: { name: string; title: string; description: string }[];
  /** Whether the scenario's load is on. */
  load: boolean;
  /** Simulated seconds per real second. */
  speed: number;
  /** Simulated milliseconds since the epoch. */
  now: number;
  /** Whose rights the console has. */
  user: string;
  /** Counts the clusters that were started: a change means that all objects are new. */
  generation: number;
}

/** What the sandbox bar may ask for; a field left out stays as it is. */
export interface SandboxChange {
  scenario?: string;
  load?: boolean;
  speed?: number;
}

/** Steers the sandbox; `change` rejects with an Error that says what is wrong. */
export interface Control {
  state(): SandboxState;
  change(change: SandboxChange): Promise<SandboxState>;
}

/** Where the current cluster listens. */
export interface Backend {
  /** The Kubernetes API. */
  api: string;
  /** Thanos for the whole cluster (9091). */
  clusterMetrics: string;
  /** Thanos for one project (9092). */
  tenancyMetrics: string;
  /** The bearer token of the console's user. */
  token: string;
}
