import type { Cluster, ClusterObject, PatchOperation } from './cluster';
import type { Pace } from './retry';
import { retried, waitUntilDone } from './retry';
import type { Fields } from './settings';
import { mergedInto, stillOurs, undoOf } from './settings';

/** keda.sh/v1alpha1 KedaController of the Custom Metrics Autoscaler operator. */
interface KedaController extends ClusterObject {
  spec?: Fields;
  status?: { phase?: string; reason?: string };
}

/** What the annotation remembers: what we set, and how the object was before. */
interface Memory {
  created: boolean;
  ours: Fields;
  undo: Fields;
}

const annotation = 'llm-autoscaling/found';
const annotationPath = '/metadata/annotations/llm-autoscaling~1found';
// The operator ignores an object with another name (custom-metrics-autoscaler-operator, kedacontroller_controller.go).
const name = 'keda';

const folder = (namespace: string): string =>
  `/apis/keda.sh/v1alpha1/namespaces/${namespace}/kedacontrollers`;

function memoryOf({ metadata }: KedaController): Memory | undefined {
  const text = metadata.annotations?.[annotation];
  return text === undefined ? undefined : (JSON.parse(text) as Memory);
}

/** The spec as it would be without what we set earlier. */
function withoutOurs(spec: Fields, memory: Memory | undefined): Fields {
  return memory === undefined ? spec : mergedInto(spec, stillOurs(memory.undo, memory.ours, spec));
}

function specPatch({ metadata, spec }: KedaController, changed: Fields): PatchOperation[] {
  return [
    { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
    { op: spec === undefined ? 'add' : 'replace', path: '/spec', value: changed },
  ];
}

function settingsPatch(found: KedaController, settings: Fields): PatchOperation[] {
  const memory = memoryOf(found);
  const base = withoutOurs(found.spec ?? {}, memory);
  const remembered: Memory = {
    created: memory?.created ?? false,
    ours: settings,
    undo: undoOf(base, settings),
  };
  return [
    ...specPatch(found, mergedInto(base, settings)),
    ...(found.metadata.annotations === undefined
      ? [{ op: 'add' as const, path: '/metadata/annotations', value: {} }]
      : []),
    { op: 'add', path: annotationPath, value: JSON.stringify(remembered) },
  ];
}

async function setOnce(cluster: Cluster, namespace: string, settings: Fields): Promise<string> {
  const found = await cluster.get<KedaController>(`${folder(namespace)}/${name}`);
  if (found !== undefined) {
    await cluster.patch(`${folder(namespace)}/${name}`, settingsPatch(found, settings));
    return 'The settings of the KedaController were merged into it.';
  }
  const remembered: Memory = { created: true, ours: settings, undo: {} };
  await cluster.create(folder(namespace), {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'KedaController',
    metadata: { name, namespace, annotations: { [annotation]: JSON.stringify(remembered) } },
    spec: settings,
  });
  return 'The KedaController was made.';
}

/** Where the KedaController is, and how long to wait for the operator. */
export interface Place {
  namespace: string;
  seconds: number;
}

/** Brings the settings into the KedaController, whoever made it, and waits until the operator has carried them out. */
export async function applySettings(
  cluster: Cluster,
  pace: Pace,
  { namespace, seconds }: Place,
  settings: Fields,
): Promise<string> {
  pace.say(await retried(pace, () => setOnce(cluster, namespace, settings)));
  const advice = `See "oc describe kedacontroller ${name} -n ${namespace}" and the operator's log.`;
  await waitUntilDone(pace, { seconds, advice }, async () => {
    const { status } = (await cluster.get<KedaController>(`${folder(namespace)}/${name}`)) ?? {};
    if (status?.phase === 'Installation Succeeded') return { done: true };
    const phase = status?.phase ?? 'none yet';
    return { done: false, missing: `KEDA's phase: ${phase}. ${status?.reason ?? ''}`.trim() };
  });
  return 'KEDA runs with the settings.';
}

/** Leaves the KedaController as it was found; deletes it only where there was none. */
export async function restoreSettings(
  cluster: Cluster,
  pace: Pace,
  { namespace, seconds }: Place,
): Promise<string> {
  const own = `${folder(namespace)}/${name}`;
  const deleted = await retried(pace, async () => {
    const found = await cluster.get<KedaController>(own);
    const memory = found === undefined ? undefined : memoryOf(found);
    if (found === undefined || memory === undefined) return false;
    if (memory.created) {
      await cluster.remove(own);
      return true;
    }
    await cluster.patch(own, [
      ...specPatch(found, withoutOurs(found.spec ?? {}, memory)),
      { op: 'remove', path: annotationPath },
    ]);
    return false;
  });
  if (!deleted) return 'The KedaController is as it was found.';
  const advice = 'Only the running operator removes its finalizer.';
  await waitUntilDone(pace, { seconds, advice }, async () =>
    (await cluster.get(own)) === undefined
      ? { done: true }
      : { done: false, missing: 'The operator has not finished removing KEDA.' },
  );
  return 'The KedaController that this chart had made is gone.';
}
