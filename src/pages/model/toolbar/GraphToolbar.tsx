import { Button, Flex, FlexItem, Label } from '@patternfly/react-core';
import { Suspense, useState } from 'react';
import { RefreshSelect } from '../../../components/RefreshSelect';
import { paceOf, refreshChoices } from '../../../data/useRefresh';
import type { Refresh } from '../../../data/useRefresh';
import { useT } from '../../../i18n';
import type { LaneName } from '../lanes/laneNames';
import type { HiddenLanes } from '../lanes/useHiddenLanes';
import { SpanDialog } from '../lazyViews';
import type { GraphRange } from '../useGraphRange';
import { Freshness } from './Freshness';
import { LaneSelect } from './LaneSelect';
import { RangeSelect } from './RangeSelect';

interface GraphToolbarProps {
  range: GraphRange;
  refresh: Refresh;
  lanes: readonly LaneName[];
  hiddenLanes: HiddenLanes;
  /** When the data were fetched, milliseconds since 1970; undefined before the first ones. */
  fetchedAt: number | undefined;
  /** Somebody reads the graphs, so they stand still. */
  reading: boolean;
}

/** Chooses what the graphs show and how often they are fetched, and tells how fresh they are. */
export function GraphToolbar(props: GraphToolbarProps) {
  const { range, refresh, lanes, hiddenLanes, fetchedAt, reading } = props;
  const t = useT();
  const [shown, setShown] = useState<{ start: number; end: number }>();
  const { span } = range;
  const center = { default: 'alignItemsCenter' } as const;
  return (
    <Flex className="llm-autoscaling__toolbar" alignItems={center} columnGap={{ default: 'columnGapSm' }}>
      <FlexItem>
        <RangeSelect
          range={range}
          onCustom={() => {
            const { start, end } = range.rangeAt(Date.now());
            setShown({ start, end });
          }}
        />
      </FlexItem>
      <FlexItem>
        <RefreshSelect
          value={refresh.choice}
          paces={paceOf}
          choices={refreshChoices}
          onChoose={refresh.choose}
        />
      </FlexItem>
      <FlexItem>
        <LaneSelect lanes={lanes} hiddenLanes={hiddenLanes} />
      </FlexItem>
      {span !== undefined && (
        <FlexItem>
          <Button variant="secondary" onClick={range.goLive}>
            {t('Back to live')}
          </Button>
        </FlexItem>
      )}
      <FlexItem align={{ default: 'alignRight' }}>
        <Flex alignItems={center} columnGap={{ default: 'columnGapSm' }}>
          {span !== undefined && (
            <FlexItem>
              <Label isCompact>{t('A part of the past')}</Label>
            </FlexItem>
          )}
          <FlexItem>
            {fetchedAt !== undefined && (
              <Freshness
                fetchedAt={fetchedAt}
                still={reading ? t('stands still while you read') : undefined}
              />
            )}
          </FlexItem>
        </Flex>
      </FlexItem>
      <Suspense fallback={null}>
        {shown !== undefined && (
          <SpanDialog
            shown={shown}
            onShow={(wanted) => {
              range.zoom(wanted);
              setShown(undefined);
            }}
            onClose={() => {
              setShown(undefined);
            }}
          />
        )}
      </Suspense>
    </Flex>
  );
}
