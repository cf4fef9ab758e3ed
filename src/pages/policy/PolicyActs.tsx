import { ActsMenu } from '../../acts/ActsMenu';
import { missingInputs, type ReadError } from '../../data/readError';
import { useNow } from '../../data/useNow';
import type { ServedModel } from '../../resources/servedModel';
import { statusOf } from '../../status/statusOf';

interface PolicyActsProps {
  model: ServedModel;
  kedaInstalled: boolean;
  missing: readonly ReadError[];
}

/** What else can be done to the model beside editing its policy. */
export function PolicyActs({ model, kedaInstalled, missing }: PolicyActsProps) {
  const now = useNow();
  // Whether something can be done does not depend on the load.
  const status = statusOf(model, undefined, now, missingInputs(missing));
  return <ActsMenu model={model} status={status} kedaInstalled={kedaInstalled} />;
}
