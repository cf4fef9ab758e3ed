import { known } from '../resources/known';
import { hpaReading } from './hpaReading';
import { isUnmeasured, readsOwnQueue } from './measuredLoad';
import type { StatusFacts } from './modelStatus';
import { scalingOf } from './scalingFacts';
import type { StatusInput } from './statusInput';

/** The last rows of the table: nothing special happens, so the class tells who decides. */
export function classStatus(input: StatusInput): StatusFacts {
  const { autoscalerClass, model, replicas } = input;
  switch (autoscalerClass) {
    case 'keda':
      return calm(input);
    case 'hpa':
      return known({ code: 'cpuAutoscaling' as const, hpa: model.kserveHpa?.metadata.name });
    case 'none':
      return known({ code: 'fixed' as const, replicas: replicas.spec });
    default:
      return external(input);
  }
}

function external({ autoscalerClass, model: { scaledObject }, replicas }: StatusInput): StatusFacts {
  if (scaledObject?.spec.triggers.some(({ type }) => type === 'external-push')) {
    const { name } = scaledObject.metadata;
    return known({ code: 'http' as const, scaledObject: name, replicas: replicas.spec });
  }
  return known({
    code: 'external' as const,
    autoscalerClass,
    scaledObject: scaledObject?.metadata.name,
  });
}

function calm(input: StatusInput): StatusFacts {
  const { model, load, replicas } = input;
  const byHpa = isUnmeasured(model, load) ? readByHpa(input) : undefined;
  if (byHpa !== undefined) return byHpa;
  const atMinimum = replicas.spec !== undefined && replicas.spec <= Math.max(1, replicas.min);
  return known({
    code: isAtRest(input) && atMinimum ? ('idle' as const) : ('steady' as const),
    replicas: replicas.spec,
    running: load?.running,
    ...scalingOf(input),
  });
}

/** A reading of 0 may stand for no series as well (KEDA, ignoreNullValues), so it does not say that nothing waits. */
function readByHpa({ model, load }: StatusInput): StatusFacts | undefined {
  const reading = hpaReading(model);
  if (reading === 0) {
    const { waiting = 0 } = load ?? {};
    return waiting > 0 ? { code: 'loadUnknown', waiting } : { code: 'atRest' };
  }
  return reading === undefined && load !== undefined ? { code: 'loadUnknown' } : undefined;
}

/** What the queue says, where the trigger reads it; else what the trigger's own query gives. */
function isAtRest({ model, load, arithmetic }: StatusInput): boolean {
  const waiting = readsOwnQueue(model) ? load?.waiting : undefined;
  return (waiting ?? arithmetic?.load) === 0;
}
