import type { Kind } from '../../src/resources/kinds';
import { deploymentKind, inferenceServiceKind, scaledObjectKind } from '../../src/resources/kinds';
import { createKubeClient } from '../client/kubeClient';
import { quiet } from '../settled';
import type { ScenarioAct } from './scenario';

const kinds: Readonly<Record<ScenarioAct['kind'], Kind>> = {
  InferenceService: inferenceServiceKind,
  ScaledObject: scaledObjectKind,
  Deployment: deploymentKind,
};

/**
 * Does what somebody did to the objects of a scenario, in order, as that user and under that field manager.
 * Throws the API server's error when it refuses: a scenario must not show something else than it says.
 */
export async function perform(acts: readonly ScenarioAct[], apiUrl: string): Promise<void> {
  const touched = new Set<string>();
  for (const { by, with: manager, kind, object, merge } of acts) {
    const [namespace = '', name = ''] = object.split('/');
    // Nobody edits an object twice before its controller has seen the first edit.
    if (touched.has(`${kind} ${object}`)) await quiet(createKubeClient(apiUrl, by));
    touched.add(`${kind} ${object}`);
    await createKubeClient(apiUrl, by, manager).mergePatch(kinds[kind], { namespace, name }, merge);
  }
}
