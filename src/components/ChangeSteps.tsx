import { useT } from '../i18n';

type Step = 'check' | 'write' | 'remove' | 'follow' | 'done';

interface ChangeStepsProps {
  step: Step;
  /** The step did not succeed. */
  failed: boolean;
  /** It takes longer than it should. */
  slow: boolean;
}

const order: readonly Step[] = ['check', 'write', 'follow'];

/** How far a change is: checked by the server, written, taken over by the autoscaler. */
export function ChangeSteps({ step, failed, slow }: ChangeStepsProps) {
  const t = useT();
  const at = step === 'done' ? order.length : order.indexOf(step === 'remove' ? 'write' : step);
  const names = [t('The server accepts it'), t('Written'), t('Taken over by KEDA and the HPA')];
  const stateOf = (index: number): string => {
    if (index < at) return t('done');
    if (index > at) return t('to come');
    return failed ? t('failed') : t('under way');
  };
  return (
    <>
      <ol className="llm-autoscaling__steps" aria-live="polite">
        {names.map((name, index) => (
          <li key={name} {...(index === at ? { 'aria-current': 'step' } : {})}>
            {name}: <strong>{stateOf(index)}</strong>
          </li>
        ))}
      </ol>
      {slow && <p>{t('The cluster has not taken it over yet. You may close this; it goes on by itself.')}</p>}
    </>
  );
}
