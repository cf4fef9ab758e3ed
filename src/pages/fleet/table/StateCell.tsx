import { memo } from 'react';
import { StatusView } from '../../../components/StatusLabel';
import { statusReason } from '../../../components/statusReason';
import { useCounted } from '../../../data/useCounted';
import type { Translate } from '../../../i18n';
import type { ModelStatus } from '../../../status/modelStatus';

/** The state of a model; of all the row only this line draws anew while it counts time. */
export const StateCell = memo(function StateCell({ status, t }: { status: ModelStatus; t: Translate }) {
  const reason = useCounted((now) => statusReason(status, now, t) ?? '');
  return <StatusView status={status} reason={reason} t={t} />;
});
