import { Flex, FlexItem, Skeleton, Title } from '@patternfly/react-core';
import { lazy, Suspense } from 'react';
import { MetricsProblem } from '../../components/MetricsProblem';
import type { PollState } from '../../data/poll';
import { useT } from '../../i18n';
import type { ServedModel } from '../../resources/servedModel';
import { RangeSelect } from './RangeSelect';
import type { GraphRange } from './useGraphRange';
import type { ModelSeries } from './useModelSeries';

// The drawing library is most of the page's weight: the words show before it is here.
const ScalingGraphs = lazy(async () => ({ default: (await import('./ScalingGraphs')).ScalingGraphs }));

interface GraphSectionProps {
  model: ServedModel;
  state: PollState<ModelSeries>;
  range: GraphRange;
  now: number;
}

function GraphSkeleton() {
  const t = useT();
  return <Skeleton height="450px" screenreaderText={t('Loading the graphs')} />;
}

/** The graphs, or why there are none. After an error the last ones stay. */
export function GraphSection({ model, state, range, now }: GraphSectionProps) {
  const t = useT();
  const { data, error, fetchedAt } = state;
  return (
    <>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <FlexItem>
          <Title headingLevel="h2" size="lg">
            {t('Load and replicas')}
          </Title>
        </FlexItem>
        <FlexItem>
          <RangeSelect range={range} />
        </FlexItem>
      </Flex>
      {error !== undefined && (
        <MetricsProblem
          code={error.code}
          message={error.message}
          age={fetchedAt === undefined ? undefined : now - fetchedAt}
        />
      )}
      {data !== undefined && (
        <Suspense fallback={<GraphSkeleton />}>
          <ScalingGraphs model={model} series={data} />
        </Suspense>
      )}
      {data === undefined && error === undefined && <GraphSkeleton />}
    </>
  );
}
