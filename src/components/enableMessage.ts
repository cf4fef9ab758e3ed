import type { Translate } from '../i18n';

type Obstacle = { code: 'notRawMode'; mode: string } | { code: 'nameTooLong'; length: number; limit: number };

/** Why the autoscaling of a model cannot be turned on: the first obstacle; undefined without one. */
export function enableMessage(obstacles: readonly Obstacle[], t: Translate): string | undefined {
  const first = obstacles[0];
  if (first === undefined) return undefined;
  return first.code === 'notRawMode'
    ? t('KEDA does not scale models in the mode {{mode}}', { mode: first.mode })
    : t('The name has {{length}} characters; KEDA takes at most {{limit}}.', {
        length: first.length,
        limit: first.limit,
      });
}
