import { Alert, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useEffect, useState } from 'react';
import { useActiveNamespace } from '../shims/useActiveNamespace';
import type { AskedSeries } from './ask';
import { ask } from './ask';
import { Lines } from './Lines';

const refreshMs = 30_000;
/** More lines and rows than this help nobody. */
const shown = 50;

type State = { series: AskedSeries[] } | { failure: string } | undefined;

function useAnswer(query: string): State {
  const [namespace] = useActiveNamespace();
  const [state, setState] = useState<State>();
  const project = namespace.startsWith('#') ? undefined : namespace;
  useEffect(() => {
    let ended = false;
    const show = (next: State): void => {
      if (!ended) setState(next);
    };
    const run = (): void => {
      ask(query, project).then(
        (series) => {
          show({ series });
        },
        (error: unknown) => {
          show({ failure: error instanceof Error ? error.message : String(error) });
        },
      );
    };
    run();
    const timer = setInterval(run, refreshMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [query, project]);
  return state;
}

const text = (labels: Record<string, string>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ') || '-';

/** What a query gives over the last half hour: lines, and a table of the newest values. */
export function QueryResult({ query }: { query: string }) {
  const state = useAnswer(query);
  if (state === undefined) return <Skeleton height="8rem" screenreaderText="The query is running" />;
  if ('failure' in state)
    return (
      <Alert variant="danger" isInline title="The query failed">
        {state.failure}
      </Alert>
    );
  if (state.series.length === 0) return <Alert variant="info" isInline title="No datapoints found." />;
  const series = state.series.slice(0, shown);
  return (
    <>
      <Lines series={series} label={query} />
      <Table aria-label={query} variant="compact">
        <Thead>
          <Tr>
            <Th>Series</Th>
            <Th>Value</Th>
          </Tr>
        </Thead>
        <Tbody>
          {series.map(({ labels, value }) => (
            <Tr key={text(labels)}>
              <Td dataLabel="Series">{text(labels)}</Td>
              <Td dataLabel="Value">{value}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {state.series.length > shown && (
        <p>{`${String(state.series.length - shown)} more series are not shown.`}</p>
      )}
    </>
  );
}
