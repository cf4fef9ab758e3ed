import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { reportJson } from '../../../loadtest/loadTestReport';
import type { LoadTestReport } from '../../../loadtest/loadTestReport';
import { download } from '../../../components/download';
import { reportMarkdown } from './reportMarkdown';

/** Copies the report, or keeps it as a file. */
export function ReportButtons({ report }: { report: LoadTestReport }) {
  const t = useT();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reportMarkdown(report, t));
      setCopied('yes');
    } catch {
      // Without https, or without the right, browsers do not let a page write there.
      setCopied('no');
    }
  }
  const words = { yes: t('Report copied.'), no: t('The browser did not let the report be copied.') };
  return (
    <Flex columnGap={{ default: 'columnGapSm' }}>
      <FlexItem>
        <Button
          variant="secondary"
          onClick={() => {
            void copy();
          }}
        >
          {t('Copy report')}
        </Button>
      </FlexItem>
      <FlexItem>
        <Button
          variant="link"
          onClick={() => {
            download(`${report.job}.md`, 'text/markdown', reportMarkdown(report, t));
          }}
        >
          {t('Download Markdown')}
        </Button>
      </FlexItem>
      <FlexItem>
        <Button
          variant="link"
          onClick={() => {
            download(`${report.job}.json`, 'application/json', reportJson(report));
          }}
        >
          {t('Download JSON')}
        </Button>
      </FlexItem>
      <FlexItem aria-live="polite">{copied !== undefined && words[copied]}</FlexItem>
    </Flex>
  );
}
