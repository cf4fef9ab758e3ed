import { fixedPolicy } from '../policy/fixedReplicas';
import { policyPatch } from '../policy/policyPatch';
import { modeOf, readPolicy } from '../policy/readPolicy';
import { isOwnedBy } from '../resources/owner';
import { ownHpaOf } from '../resources/ownHpa';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import type { Consequence } from './consequence';
import { cutRequests } from './cutRequests';
import { gitOpsManagerOf } from './gitOps';
import { gpusAtMax, restartConsequence } from './gpuConsequences';
import type { PlannedChange } from './plannedChange';

/** What ending the autoscaling at a number of replicas will do, the most direct first; room as in a PlannedChange. */
export function consequencesOfFixing(
  model: ServedModel,
  replicas: number,
  room: Pick<PlannedChange, 'gpus' | 'quota'> = {},
): Consequence[] {
  const { inferenceService } = model;
  const policy = fixedPolicy(inferenceService, replicas);
  const patch = policyPatch(inferenceService, policy);
  const manager = gitOpsManagerOf(inferenceService);
  const from = replicasOf(model).spec;
  const change = {
    model,
    patch,
    loads: [],
    before: policy,
    after: { ...policy, maxReplicas: replicas },
    ...room,
  };
  return [
    ...(manager === undefined ? [] : [{ code: 'gitOps', tone: 'warning', manager } as const]),
    restartConsequence(change),
    ...removedObjects(model),
    { code: 'setsReplicas', tone: 'info', to: replicas, ...(from !== undefined && { from }) },
    ...(from !== undefined && replicas < from ? [cutRequests(model, from - replicas)] : []),
    ...(from !== undefined && replicas > from ? gpusAtMax(change) : []),
    ...(modeOf(inferenceService) === 'none' ? [] : [{ code: 'nothingScales', tone: 'warning' } as const]),
    ...(readPolicy(inferenceService).metricCount === 0
      ? []
      : [{ code: 'forgetsTriggers', tone: 'info' } as const]),
  ];
}

function removedObjects(model: ServedModel): Consequence[] {
  const { inferenceService, scaledObject, kedaHpa } = model;
  const own = scaledObject !== undefined && isOwnedBy(scaledObject, inferenceService);
  const names = [
    ...(own ? [`ScaledObject ${scaledObject.metadata.name}`] : []),
    ...[own ? kedaHpa : undefined, ownHpaOf(model)]
      .filter((hpa) => hpa !== undefined)
      .map(({ metadata }) => `HorizontalPodAutoscaler ${metadata.name}`),
  ];
  return names.length === 0 ? [] : [{ code: 'removesObjects', tone: 'info', names }];
}
