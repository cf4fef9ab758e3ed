import type { Condition, KubernetesObject } from './object';
import type { PodSpec } from './pod';

/** batch/v1 Job, as far as the project looks at it. Times are RFC 3339, periods seconds. */
export interface Job extends KubernetesObject {
  spec: {
    backoffLimit?: number;
    completions?: number;
    parallelism?: number;
    activeDeadlineSeconds?: number;
    ttlSecondsAfterFinished?: number;
    suspend?: boolean;
    selector?: { matchLabels?: Record<string, string> };
    template: {
      metadata?: { labels?: Record<string, string> };
      spec: PodSpec & Record<string, unknown>;
    };
  };
  status?: {
    active?: number;
    ready?: number;
    succeeded?: number;
    failed?: number;
    startTime?: string;
    completionTime?: string;
    conditions?: Condition[];
  };
}
