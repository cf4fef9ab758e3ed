import { Alert, Button, ProgressStep, ProgressStepper } from '@patternfly/react-core';
import { useT } from '../i18n';
import type { Translate } from '../i18n';
import { consoleLanguage } from '../language';
import { ChangeFailure, type ChangeFailureFacts } from './ChangeFailure';
import { formatDuration } from './quantities';

type Hop = 'inferenceService' | 'scaledObject' | 'pausedAgain' | 'hpa' | 'removed' | 'replicas' | 'serving';

interface PolicyFollowThroughProps {
  hops: readonly Hop[];
  startedAt: number;
  /** When each hop was seen to carry the policy, milliseconds since 1970. */
  arrivals: ReadonlyMap<Hop, number>;
  /** Now, milliseconds since 1970. */
  now: number;
  trouble?: { source: string; message: string } | undefined;
  replicas?: number | undefined;
  error?: { message: string } | undefined;
  /** It is written, but something could not be removed after it. */
  unremoved?: ChangeFailureFacts | undefined;
  over?: 'arrived' | 'failed' | 'tooLong' | 'gone' | undefined;
  onDismiss: () => void;
}

/** A hop that takes longer than this is named, in milliseconds; loading a model takes minutes. */
const slowAfter = 20_000;
const slowLoadingAfter = 180_000;

function hopWords(hop: Hop, replicas: number | undefined, t: Translate): string {
  const count = replicas ?? 0;
  const words: Record<Hop, string> = {
    inferenceService: t('InferenceService updated'),
    scaledObject: t('ScaledObject updated'),
    pausedAgain: t('Pause set again'),
    hpa: t('HPA updated'),
    removed: t('ScaledObject and HPA removed'),
    replicas: replicas === undefined ? t('Replicas follow') : t('{{count}} replicas wanted', { count }),
    serving: replicas === undefined ? t('All serve') : t('{{count}} replicas serve', { count }),
  };
  return words[hop];
}

/** How far a saved policy has come through the cluster: only what was seen there counts. */
export function PolicyFollowThrough(props: PolicyFollowThroughProps) {
  const { hops, startedAt, arrivals, now, trouble, replicas, error, unremoved, over, onDismiss } = props;
  const t = useT();
  const open = hops.find((hop) => !arrivals.has(hop));
  const last = Math.max(startedAt, ...arrivals.values());
  const patience = open === 'serving' && trouble === undefined ? slowLoadingAfter : slowAfter;
  const slow = open !== undefined && now - last > patience;
  return (
    <div>
      <ProgressStepper isVertical aria-label={t('What became of the change')} aria-live="polite">
        {hops.map((hop) => {
          const at = arrivals.get(hop);
          const isOpen = hop === open;
          const variant = variantOf(at !== undefined, isOpen, over !== undefined);
          return (
            <ProgressStep
              key={hop}
              id={`llm-autoscaling-hop-${hop}`}
              titleId={`llm-autoscaling-hop-${hop}-title`}
              variant={variant}
              isCurrent={isOpen}
              aria-label={at === undefined ? t('to come') : t('done')}
              description={at === undefined ? '' : formatAfter(at - startedAt)}
            >
              {hopWords(hop, replicas, t)}
            </ProgressStep>
          );
        })}
      </ProgressStepper>
      {slow && (
        <Alert
          isInline
          variant="warning"
          title={t('Waiting for {{time}}: {{hop}}', {
            time: formatDuration(now - last),
            hop: hopWords(open, replicas, t),
          })}
        >
          {trouble === undefined ? (
            <p>{t('No controller complains.')}</p>
          ) : (
            <p className="llm-autoscaling__reason">
              {trouble.source}: {trouble.message}
            </p>
          )}
        </Alert>
      )}
      {unremoved !== undefined && <ChangeFailure failure={unremoved} />}
      {error !== undefined && <FollowProblem message={error.message} over={over !== undefined} />}
      {over === 'gone' && <Alert isInline variant="warning" title={t('The model was deleted.')} />}
      {over === 'tooLong' && (
        <Alert isInline variant="warning" title={t('Nobody looks any more: it took too long.')} />
      )}
      {(over !== undefined || unremoved !== undefined) && (
        <Button variant="link" isInline onClick={onDismiss}>
          {t('Dismiss')}
        </Button>
      )}
    </div>
  );
}

/** The last look failed, or the pause could not be set again: nothing is known of the objects, what was saved stays saved. */
function FollowProblem({ message, over }: { message: string; over: boolean }) {
  const t = useT();
  return (
    <Alert isInline variant="danger" title={t('What became of the change could not be followed')}>
      <p>
        {over
          ? t('It is saved. Look at the model and at its ScaledObject.')
          : t(
              'It is saved, and the cluster is asked again. If this stays, look at your rights and your connection.',
            )}
      </p>
      <p className="llm-autoscaling__reason">{message}</p>
    </Alert>
  );
}

function variantOf(
  arrived: boolean,
  isOpen: boolean,
  over: boolean,
): 'success' | 'info' | 'warning' | 'pending' {
  if (arrived) return 'success';
  if (!isOpen) return 'pending';
  return over ? 'warning' : 'info';
}

/** Below ten seconds with a decimal: the first hops take tenths. */
function formatAfter(milliseconds: number): string {
  if (milliseconds >= 10_000) return formatDuration(milliseconds);
  const seconds = new Intl.NumberFormat(consoleLanguage(), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: 1,
  });
  return seconds.format(Math.max(0, milliseconds) / 1000);
}
