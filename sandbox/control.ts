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
  /** Whom the console can be. */
  users: { name: string; title: string }[];
  /** Counts clusters and users: a change means that all objects are new, or seen with other rights. */
  generation: number;
  /** The real cluster that the console looks at, when it is not a simulated one. */
  real?: { context: string; readOnly: boolean };
}

/** What the sandbox bar may ask for; a field left out stays as it is. */
export interface SandboxChange {
  scenario?: string;
  user?: string;
  load?: boolean;
  speed?: number;
}

/** Steers the sandbox; `change` rejects with an Error that says what is wrong. */
export interface Control {
  state(): SandboxState;
  change(change: SandboxChange): Promise<SandboxState>;
}

/** How a TLS connection is made: as tls.connect takes it. */
export interface Tls {
  ca?: string | string[];
  cert?: string;
  key?: string;
  servername?: string;
  rejectUnauthorized?: boolean;
}

/** Where the current cluster listens. */
export interface Backend {
  /** The Kubernetes API. */
  api: string;
  /** Thanos for the whole cluster (9091); without it there are no numbers. */
  clusterMetrics?: string;
  /** Thanos for one project (9092). */
  tenancyMetrics?: string;
  alertmanager?: string;
  /** OpenAI's API of the models, at <models>/<namespace>/<model>/v1; a simulated cluster's only. */
  models?: string;
  /** The router that serves the hosts of Routes; only of a simulated cluster. */
  router?: string;
  /** The bearer token of the console's user; a client certificate may stand for it. */
  token?: string;
  tls?: Tls;
  /** Of Thanos and Alertmanager. */
  metricsTls?: Tls;
  /** Whether only questions are passed on. */
  readOnly?: boolean;
}
