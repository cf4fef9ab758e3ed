import { failureTitle, writtenWords } from '../../../components/failureWords';
import { formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { BulkAct } from './bulkJob';
import type { BulkEffects } from './bulkEffects';
import type { LeftOut, LeftOutCode } from './bulkPlan';
import type { RowFailure, RowState } from './bulkRun';

/** The head of the dialog. */
export function titleOf(act: BulkAct, t: Translate): string {
  const titles: Record<BulkAct, string> = {
    pause: t('Pause several models'),
    resume: t('Resume several models'),
    bounds: t('Set the bounds of several models'),
  };
  return titles[act];
}

/** Why models are left out. */
export function leftOutWords(code: LeftOutCode, t: Translate): string {
  const words: Record<LeftOutCode, string> = {
    notKeda: t('Not scaled by KEDA'),
    notRawMode: t('KEDA does not scale models in their mode'),
    noScaledObject: t('There is no ScaledObject that could be paused.'),
    alreadyPaused: t('Paused already'),
    notPaused: t('Not paused'),
    pausedWithoutAnnotation: t('The ScaledObject has no annotation that pauses it.'),
    sameBounds: t('They have these bounds already'),
    neverWakes: t('With a minimum of 0 they would never wake: no request wakes them'),
    madeByAddOn: t('Their HTTPScaledObject has the bounds, and would write them back: change them there'),
    boundsCross: t('The maximum would be below the minimum'),
    policyProblem: t('Another part of the policy has to be mended first, on its own page'),
    notAllowed: t('You may not do this'),
    checking: t('Checking what you may do'),
  };
  return words[code];
}

/** Why one model is left out, with the right that is missing. */
export function reasonOf({ code, access }: LeftOut, t: Translate): string {
  return access === undefined
    ? leftOutWords(code, t)
    : t('You need the right to {{right}} in the project {{namespace}}.', {
        right: access.right,
        namespace: access.namespace,
      });
}

function boundsWords({ added, removed, paused, gitOps }: BulkEffects, t: Translate): string[] {
  const words = [t('No restart: only the autoscaler changes.')];
  if (added.replicas > 0) {
    words.push(
      t('At once: {{count}} more replicas ({{gpus}} GPUs), the new minimum of {{models}} of the models.', {
        count: added.replicas,
        gpus: formatNumber(added.gpus),
        models: formatNumber(added.models),
      }),
    );
  }
  if (removed.replicas > 0) {
    words.push(
      t('At once: {{count}} fewer replicas, above the new maximum of {{models}} of the models.', {
        count: removed.replicas,
        models: formatNumber(removed.models),
      }),
    );
  }
  if (paused > 0) {
    words.push(
      t('KServe wipes the pause of {{count}} models with this; it is set again.', { count: paused }),
    );
  }
  if (gitOps > 0) {
    words.push(t('{{count}} models are kept by a GitOps tool, which may set them back.', { count: gitOps }));
  }
  return words;
}

/** What the act does. */
export function effectWords(act: BulkAct, effects: BulkEffects, t: Translate): string[] {
  if (act === 'bounds') return boundsWords(effects, t);
  if (act === 'resume') return [t('KEDA scales them again, by the load of now. No pod restarts by that.')];
  const { asleep } = effects;
  return [
    t('KEDA stops scaling them: the replicas stay as they are, and no pod restarts.'),
    ...(asleep > 0
      ? [t('{{count}} models sleep now: no request wakes them before they are resumed.', { count: asleep })]
      : []),
  ];
}

/** How far a row is. */
export function stateWords(state: RowState['code'], t: Translate): string {
  const words: Record<RowState['code'], string> = {
    waiting: t('Waits for its turn'),
    underWay: t('Being written'),
    written: t('Written, on its way to the autoscaler'),
    arrived: t('Arrived'),
    failed: t('Failed'),
    stopped: t('Not begun'),
  };
  return words[state];
}

/** Why a row failed, with the server's own words, and whether something was written. */
export function failureWords(failure: RowFailure, t: Translate): string {
  if (failure.code === 'gone') return t('The model is gone.');
  if (failure.code === 'leftOut') return leftOutWords(failure.why, t);
  const { message } = failure;
  return [failureTitle(failure, t), message, writtenWords(failure, t)]
    .filter((part) => part !== undefined && part !== '')
    .join(' - ');
}
