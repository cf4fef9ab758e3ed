import { Alert, Button, Flex, FlexItem, Label } from '@patternfly/react-core';
import { MetricsProblem } from '../../../components/MetricsProblem';
import { formatDuration, formatMoment } from '../../../components/quantities';
import { useNow } from '../../../data/useNow';
import type { LiveReplicas } from '../../../decisions/liveReplicas';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { secondsOf } from '../../../loadtest/loadPlan';
import { isUnderWay } from '../../../loadtest/loadTest';
import type { LoadTest } from '../../../loadtest/loadTest';
import type { ModelLoad } from '../../../resources/modelLoad';
import type { ServedModel } from '../../../resources/servedModel';
import { FinalStrip } from './FinalStrip';
import { LagTable } from './LagTable';
import { LiveStrip } from './LiveStrip';
import './loadtest.css';
import { profileWord, stepsWords } from './planWords';
import { ReportButtons } from './ReportButtons';
import { stateTone, stateWord } from './stateWords';
import { StopTest } from './StopTest';
import { useTestReport } from './useTestReport';

interface LoadTestWatchProps {
  model: ServedModel;
  test: LoadTest;
  load: ModelLoad | undefined;
  /** What the watches have shown of the replicas since the page is open. */
  live: readonly LiveReplicas[];
  onClose: () => void;
}

/** When it began and ended, or how long it goes on; `now` in seconds. */
function timeWords({ state, startedAt, endedAt, sent }: LoadTest, now: number, t: Translate): string {
  if (startedAt === undefined) return t('its pod is not running yet');
  const begin = t('began {{time}}', { time: formatMoment(startedAt * 1000) });
  if (endedAt !== undefined) {
    return t('{{begin}}, took {{time}}', { begin, time: formatDuration((endedAt - startedAt) * 1000) });
  }
  const left = sent === undefined ? 0 : startedAt + secondsOf(sent.steps) - now;
  return state === 'running' && left > 0
    ? t('{{begin}}, goes on for about {{time}}', { begin, time: formatDuration(left * 1000) })
    : begin;
}

/** A load test while it runs, and its result: the numbers of now, how long each step took, and the report. */
export function LoadTestWatch({ model, test, load, live, onClose }: LoadTestWatchProps) {
  const t = useT();
  const now = useNow() / 1000;
  const { report, error } = useTestReport(model, test, live);
  const { sent, profile, trouble } = test;
  const tone = stateTone[test.state];
  const what = [
    profile && profileWord(profile, t),
    sent && stepsWords(sent.steps, t),
    timeWords(test, now, t),
  ].filter((part) => part !== undefined);
  return (
    <section className="llm-autoscaling__loadtest" aria-label={t('Load test')}>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <FlexItem>
          <h2 className="llm-autoscaling__loadtest-title">
            {t('Load test {{name}}', { name: test.name })}{' '}
            <Label isCompact {...(tone !== undefined && { status: tone })}>
              {stateWord(test.state, t)}
            </Label>
          </h2>
          <p>{what.join(' · ')}</p>
        </FlexItem>
        <FlexItem>
          {isUnderWay(test) ? (
            <StopTest test={test} onStopped={onClose} />
          ) : (
            <Button variant="link" onClick={onClose}>
              {t('Close')}
            </Button>
          )}
        </FlexItem>
      </Flex>
      {trouble !== undefined && (
        <Alert isInline variant={test.state === 'failed' ? 'danger' : 'warning'} title={trouble.reason}>
          {trouble.message}
        </Alert>
      )}
      {error !== undefined && <MetricsProblem code={error.code} message={error.message} age={undefined} />}
      {isUnderWay(test) ? (
        <LiveStrip model={model} load={load} requests={report.requests} />
      ) : (
        <FinalStrip report={report} />
      )}
      {report.lags.length > 0 && <LagTable lags={report.lags} />}
      <p className="llm-autoscaling__loadtest-note">
        {t(
          'Received, answered, given up and failed count the requests of all callers since the test began. Usual is what a small model needs whose image is on the node. Load and replicas are measured each 30 to 60 seconds, which bounds how exact these times are; nodes and first replicas are known to the second.',
        )}
      </p>
      <ReportButtons report={report} />
    </section>
  );
}
