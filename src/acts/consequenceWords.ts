import { formatDuration, formatNumber } from '../components/quantities';
import { keptMetricsWords } from './metricWords';
import type { Consequence, TriggerProposal } from '../consequences/consequence';
import type { Translate } from '../i18n';
import { kindWords } from './triggerWords';
import type { PolicyTrigger } from '../policy/trigger';

type Of<Code extends Consequence['code']> = Extract<Consequence, { code: Code }>;

const seconds = (count: number): string => formatDuration(count * 1000);

function proposalWords({ load, threshold, wants, withinTolerance }: TriggerProposal, t: Translate): string {
  const facts = { load: formatNumber(load), threshold: formatNumber(threshold), wants: formatNumber(wants) };
  return withinTolerance
    ? t('{{load}} / {{threshold}} is within 10 % of {{wants}}', facts)
    : t('{{load}} / {{threshold}} = {{wants}}', facts);
}

function wantedWords(wanted: Of<'wanted'>, t: Translate): string {
  const { proposals, winner, from, to, limitedTo, windowSeconds } = wanted;
  const decisive = proposals[winner];
  const facts = {
    arithmetic: decisive === undefined ? '' : proposalWords(decisive, t),
    to: formatNumber(to),
    from: formatNumber(from),
  };
  if (to < from) {
    return t(
      'With the load of now: {{arithmetic}}. {{from}} -> {{to}} replicas after {{time}} of low load.',
      {
        ...facts,
        time: seconds(windowSeconds ?? 0),
      },
    );
  }
  if (to > from) {
    return limitedTo === 'max'
      ? t(
          'With the load of now: {{arithmetic}}, limited to {{to}}. {{from}} -> {{to}} replicas, within 15 s.',
          facts,
        )
      : t('With the load of now: {{arithmetic}}. {{from}} -> {{to}} replicas, within 15 s.', facts);
  }
  if (limitedTo === 'max') {
    return t('With the load of now: {{arithmetic}}, limited to {{to}}: it stays at {{to}}.', facts);
  }
  return limitedTo === 'min'
    ? t('With the load of now: {{arithmetic}}, at least {{to}}: it stays at {{to}}.', facts)
    : t('With the load of now: {{arithmetic}}: it stays at {{to}}.', facts);
}

function gpuWords(at: Of<'gpusAtMax'>, t: Translate): string {
  const { gpus, free, allocatable, quota, shortOf, fits = 0 } = at;
  const head =
    free === undefined || allocatable === undefined
      ? t('Up to {{count}} GPUs.', { count: gpus })
      : t('Up to {{gpus}} GPUs; {{free}} of {{allocatable}} are free now.', { gpus, free, allocatable });
  const tail = quota === undefined ? '' : ` ${t('The quota of the project is {{quota}}.', { quota })}`;
  if (shortOf === undefined) return `${head}${tail}`;
  return `${head}${tail} ${t('There is room for {{fits}} replicas; more would wait.', { fits: formatNumber(fits) })}`;
}

function restartWords({ pods, gpus, free }: Of<'restart'>, t: Translate): string {
  const head = t('Restarts all {{count}} pods, one after another; each loads the model again.', {
    count: pods,
  });
  if (gpus === 0) return head;
  const needs = t('This needs {{count}} more GPUs while it goes on.', { count: gpus });
  return free === undefined ? `${head} ${needs}` : `${head} ${needs} ${t('Free now: {{free}}.', { free })}`;
}

function slotWords({ threshold, slots, never }: Of<'aboveSlots'>, t: Translate): string {
  const facts = { threshold: formatNumber(threshold), slots: formatNumber(slots) };
  return never
    ? t(
        'A replica runs at most {{slots}} requests (max-num-seqs): the threshold of {{threshold}} is never exceeded.',
        facts,
      )
    : t(
        'A replica runs at most {{slots}} requests (max-num-seqs): with a threshold of {{threshold}}, replicas are added only once requests wait.',
        facts,
      );
}

function scalingWords(consequence: Consequence, t: Translate): string | undefined {
  switch (consequence.code) {
    case 'noRestart':
      return t('No restart: only the autoscaler changes.');
    case 'restart':
      return restartWords(consequence, t);
    case 'atOnce': {
      const facts = { from: formatNumber(consequence.from), to: formatNumber(consequence.to) };
      return consequence.bound === 'min'
        ? t('At once: {{from}} -> {{to}} replicas, the new minimum.', facts)
        : t('At once: {{from}} -> {{to}} replicas, the new maximum. No window holds them.', facts);
    }
    case 'cutsRequests':
      return t('The requests of the replicas that go have {{time}} to end; then they are cut.', {
        time: seconds(consequence.seconds),
      });
    case 'wanted':
      return wantedWords(consequence, t);
    case 'gpusAtMax':
      return gpuWords(consequence, t);
    case 'paused':
      return t(
        'The model is paused. KServe wipes the pause with this change; it is set again at once. Nothing scales before you resume.',
      );
    case 'held':
      return t(
        'Scaling in one direction is paused. KServe wipes that with this change; it is set again at once.',
      );
    case 'keepsClass':
      return t('Other components of the model keep their autoscaler: {{components}}', {
        components: consequence.components.join(', '),
      });
    case 'gitOps':
      return t(
        '{{manager}} keeps this object as it is in a repository: it will undo your edit. Change it there.',
        {
          manager: consequence.manager,
        },
      );
    default:
      return undefined;
  }
}

function fixingWords(consequence: Consequence, t: Translate): string | undefined {
  switch (consequence.code) {
    case 'keepsMetrics':
      return keptMetricsWords(consequence.metrics, t);
    case 'removesObjects':
      return t('Removed: {{names}}', { names: consequence.names.join(', ') });
    case 'setsReplicas': {
      const { from, to } = consequence;
      if (from === undefined || from === to) {
        return t('The model stays at {{count}} replicas, and KServe keeps it there.', { count: to });
      }
      return t('At once: {{from}} -> {{to}} replicas, and KServe keeps the model there.', {
        from: formatNumber(from),
        to: formatNumber(to),
      });
    }
    case 'nothingScales':
      return t('No load adds replicas any more: requests wait, or GPUs stand idle, until you change it.');
    case 'forgetsTriggers':
      return t('The triggers are forgotten. To stop scaling for a while, pause instead: nothing restarts.');
    default:
      return undefined;
  }
}

function windowWords(consequence: Consequence, t: Translate): string | undefined {
  switch (consequence.code) {
    case 'windowsNotKept':
      return t('This KServe does not know stabilization windows: it will not keep them.');
    case 'rulesNotKept':
      return t('KServe hands on only the windows. It drops: {{rules}}', {
        rules: consequence.rules.join(', '),
      });
    case 'holdsGpus':
      return t('After each peak up to {{count}} GPUs stay for {{time}}.', {
        count: consequence.gpus,
        time: seconds(consequence.seconds),
      });
    case 'shortWindow':
      return t('A lull of {{time}} takes replicas away; they load the model again when the load returns.', {
        time: seconds(consequence.seconds),
      });
    case 'loadingCut':
      if (consequence.seconds === 0) return t('A new model goes at KEDA’s first look, while it still loads.');
      return t('A new model that takes longer than {{time}} to load goes before it has served a request.', {
        time: seconds(consequence.seconds),
      });
    case 'slowUp':
      return t('Replicas come only after {{time}} of high load; requests wait that long.', {
        time: seconds(consequence.seconds),
      });
    default:
      return undefined;
  }
}

function triggerWords(consequence: Consequence, triggers: readonly PolicyTrigger[], t: Translate): string {
  switch (consequence.code) {
    case 'queueOnly':
      return t(
        'Only waiting requests count. When new replicas take the queue, nothing waits although all are busy, and they go again: count running requests too.',
      );
    case 'aboveSlots':
      return slotWords(consequence, t);
    case 'cacheNeverFull':
      return t('A cache is never more than full: above {{threshold}} it adds replicas too late or never.', {
        threshold: formatNumber(consequence.threshold),
      });
    case 'unsummed':
      return t(
        'The query gives a series for each pod: with the second pod KEDA reports an error. Wrap it in sum().',
      );
    case 'clusterWidePort':
      return t(
        'Port 9091 asks the whole cluster: KEDA’s account needs the cluster role cluster-monitoring-view. Port 9092 does not.',
      );
    case 'loadUnknown': {
      const names = consequence.triggers.map((index) => kindWords(triggers[index]?.kind ?? 'query', t));
      return t('What it would do now cannot be told: there is no number for {{triggers}}.', {
        triggers: [...new Set(names)].join(', '),
      });
    }
    default:
      return '';
  }
}

/** A consequence as a sentence. */
export function consequenceWords(
  consequence: Consequence,
  triggers: readonly PolicyTrigger[],
  t: Translate,
): string {
  return (
    scalingWords(consequence, t) ??
    fixingWords(consequence, t) ??
    windowWords(consequence, t) ??
    triggerWords(consequence, triggers, t)
  );
}
