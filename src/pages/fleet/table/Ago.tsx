import { agoWords } from '../../../components/agoWords';
import { formatMoment } from '../../../components/quantities';
import { useCounted } from '../../../data/useCounted';

/** How long ago a time (ms) was; the time itself on hover. */
export function Ago({ at }: { at: number }) {
  const words = useCounted((now) => agoWords(now - at));
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {words}
    </time>
  );
}
