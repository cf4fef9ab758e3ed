import type { Translate } from '../i18n';
import type { PauseWish } from '../policy/pausePatch';

/** The ways to pause, the one of the button first. */
export const pauseKinds: readonly PauseWish['kind'][] = ['current', 'pinned', 'scaleDown', 'scaleUp'];

/** A way to pause, and what it does. */
export function pauseWords(kind: PauseWish['kind'], t: Translate): { name: string; effect: string } {
  switch (kind) {
    case 'current':
      return {
        name: t('At the replicas of now'),
        effect: t('Nothing scales before you resume. KEDA removes its HPA meanwhile.'),
      };
    case 'pinned':
      return {
        name: t('At a number of replicas'),
        effect: t('KEDA scales to that number; then nothing scales before you resume.'),
      };
    case 'scaleDown':
      return {
        name: t('Scaling down only'),
        effect: t('Replicas are still added. None goes before you resume, however little load there is.'),
      };
    case 'scaleUp':
      return {
        name: t('Scaling up only'),
        effect: t('Replicas still go. None is added before you resume, however many requests wait.'),
      };
  }
}
