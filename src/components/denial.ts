import type { Translate } from '../i18n';

/** The outcome of an access review. */
export interface Review {
  state: 'loading' | 'allowed' | 'denied';
  right: string;
  namespace: string;
}

/** Why something may not be done: the first of the rights that is missing; undefined when all are there. */
export function denialOf(reviews: readonly Review[], t: Translate): string | undefined {
  const open = reviews.find((review) => review.state !== 'allowed');
  if (open === undefined) return undefined;
  if (open.state === 'loading') return t('Checking what you may do');
  return t('You need the right to {{right}} in the project {{namespace}}.', {
    right: open.right,
    namespace: open.namespace,
  });
}
