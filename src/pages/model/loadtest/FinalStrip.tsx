import { useT } from '../../../i18n';
import type { LoadTestReport } from '../../../loadtest/loadTestReport';
import { NumberStrip } from './NumberStrip';

/** The numbers of a test that is over: they do not change with the load of now. */
export function FinalStrip({ report: { peaks, requests } }: { report: LoadTestReport }) {
  const t = useT();
  return (
    <NumberStrip
      label={t('Numbers of the test')}
      numbers={[
        [t('Most waiting'), peaks.waiting],
        [t('Most replicas wanted'), peaks.wanted],
        [t('Most replicas ready'), peaks.ready],
        [t('Answered'), requests?.done],
        [t('Given up'), requests?.cancelled],
        [t('Failed'), requests?.failed],
      ]}
    />
  );
}
