import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { latencyMeasures } from '../../../queries/latency';
import type { LatencyMeasure } from '../../../queries/latency';

function wordsOf(measure: LatencyMeasure, t: Translate): readonly [short: string, long: string] {
  const words: Record<LatencyMeasure, readonly [string, string]> = {
    ttft: [t('First'), t('Time to first token')],
    itl: [t('Between'), t('Time between two tokens')],
    e2e: [t('Whole'), t('Whole request, end to end')],
  };
  return words[measure];
}

interface MeasureChoiceProps {
  measure: LatencyMeasure;
  onChoose: (measure: LatencyMeasure) => void;
}

/** Chooses what the latency graph shows, and says it in full. */
export function MeasureChoice({ measure, onChoose }: MeasureChoiceProps) {
  const t = useT();
  return (
    <>
      <p className="llm-autoscaling__note">{wordsOf(measure, t)[1]}</p>
      <ToggleGroup isCompact aria-label={t('Latency')}>
        {latencyMeasures.map((each) => (
          <ToggleGroupItem
            key={each}
            text={wordsOf(each, t)[0]}
            aria-label={wordsOf(each, t)[1]}
            isSelected={each === measure}
            onChange={() => {
              onChoose(each);
            }}
          />
        ))}
      </ToggleGroup>
    </>
  );
}
