import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { formatDuration } from '../../../components/quantities';
import { useT } from '../../../i18n';
import type { Lag, Verdict } from '../../../loadtest/lag';
import { expectedWords, lagWord, verdictWord } from './lagWords';

const tones: Partial<Record<Verdict, 'success' | 'warning'>> = {
  within: 'success',
  faster: 'success',
  slower: 'warning',
};

function VerdictLabel({ verdict }: { verdict: Verdict }) {
  const t = useT();
  const word = verdictWord(verdict, t);
  const tone = tones[verdict];
  if (tone === undefined) return word;
  return (
    <Label isCompact status={tone}>
      {word}
    </Label>
  );
}

/** How long each step took, against what is usual. */
export function LagTable({ lags }: { lags: readonly Lag[] }) {
  const t = useT();
  const columns = [t('Step'), t('Took'), t('Usual'), t('Verdict')] as const;
  return (
    <Table variant="compact" aria-label={t('How long each step took')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {lags.map(({ code, seconds, expected, verdict }) => (
          <Tr key={code}>
            <Td dataLabel={columns[0]}>{lagWord(code, t)}</Td>
            <Td dataLabel={columns[1]}>{seconds === undefined ? '-' : formatDuration(seconds * 1000)}</Td>
            <Td dataLabel={columns[2]}>{expectedWords(expected, t) || '-'}</Td>
            <Td dataLabel={columns[3]}>
              <VerdictLabel verdict={verdict} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
