import type { QueryGroup } from '../../../queries/laneQueries';
import type { Translate } from '../../../i18n';

/** The graphs of a model, from top to bottom. */
export const laneNames = [
  'requests',
  'trigger',
  'replicas',
  'pods',
  'gpus',
  'latency',
  'kv',
  'tokens',
] as const;

export type LaneName = (typeof laneNames)[number];

/** The query that brings a lane's series. */
export const groupOf: Readonly<Record<LaneName, QueryGroup>> = {
  requests: 'requests',
  trigger: 'trigger',
  replicas: 'replicas',
  pods: 'pods',
  gpus: 'gpus',
  latency: 'latency',
  kv: 'engines',
  tokens: 'engines',
};

/** Names of a lane's lines within its group. */
export const linesOfLane: Partial<Readonly<Record<LaneName, readonly string[]>>> = {
  kv: ['kv'],
  tokens: ['generated', 'read'],
};

/** What a lane is called. */
export function laneTitle(name: LaneName, t: Translate): string {
  const titles: Record<LaneName, string> = {
    requests: t('Requests'),
    trigger: t('Trigger'),
    replicas: t('Replicas'),
    pods: t('Pods'),
    gpus: t('GPUs'),
    latency: t('Latency'),
    kv: t('KV cache'),
    tokens: t('Tokens per second'),
  };
  return titles[name];
}
