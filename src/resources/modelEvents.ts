import type { KubernetesEvent } from './event';
import { firstSeenAt, lastSeenAt, timesSeen } from './event';
import { known } from './known';
import { predictorNames } from './predictorNames';
import type { ServedModel } from './servedModel';

/** One event of a model's objects, ready to be shown. */
export interface ModelEvent {
  /** uid of the event, else its name. */
  id: string;
  warning: boolean;
  reason: string;
  message: string;
  /** Times seen. */
  count: number;
  /** The object that it is about. */
  apiVersion: string;
  kind: string;
  name: string;
  /** Milliseconds since 1970. */
  lastSeen?: number;
  firstSeen?: number;
  /** What reports it, such as "keda-operator". */
  source?: string;
}

/** Names of the objects of a model by kind; a name with a star at its end stands for its generated names. */
type ObjectNames = Readonly<Record<string, readonly string[]>>;

function objectNames(model: ServedModel): ObjectNames {
  const { scaledObject, kserveHpa, kedaHpa, deployment } = model;
  const given = predictorNames(model.inferenceService);
  const named = (...objects: ({ metadata: { name: string } } | undefined)[]): string[] =>
    objects.flatMap((object) => (object === undefined ? [] : [object.metadata.name]));
  const scaledObjects = [...given, ...named(scaledObject)];
  const deployments = [...given, ...named(deployment)];
  const { hpaName } = scaledObject?.status ?? {};
  return {
    InferenceService: [model.name],
    ScaledObject: scaledObjects,
    HorizontalPodAutoscaler: [
      ...given,
      ...named(kserveHpa, kedaHpa),
      // KEDA's default (pkg/controllers/keda: getHPAName); events outlive the HPA and the ScaledObject.
      ...scaledObjects.map((name) => `keda-hpa-${name}`),
      ...(hpaName === undefined ? [] : [hpaName]),
    ],
    Deployment: deployments,
    ReplicaSet: deployments.map((name) => `${name}-*`),
    Pod: deployments.map((name) => `${name}-*`),
  };
}

/** <deployment>-<hash> and <deployment>-<hash>-<suffix>; a long name lets hash and suffix run together. */
const generated = /^[a-z0-9]+(-[a-z0-9]{5})?$/;

function matches(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return pattern === name;
  const stem = pattern.slice(0, -1);
  return name.startsWith(stem) && generated.test(name.slice(stem.length));
}

function modelEventOf(event: KubernetesEvent): ModelEvent {
  const { involvedObject, metadata, type, reason = '', message = '', source, reportingComponent } = event;
  const component = source?.component ?? reportingComponent;
  return {
    id: metadata.uid ?? metadata.name,
    warning: type === 'Warning',
    reason,
    message,
    count: timesSeen(event),
    apiVersion: involvedObject.apiVersion ?? '',
    kind: involvedObject.kind ?? '',
    name: involvedObject.name ?? '',
    ...known({
      lastSeen: lastSeenAt(event),
      firstSeen: firstSeenAt(event),
      source: component === '' ? undefined : component,
    }),
  };
}

/** The events of the model's objects, also of those that are gone, newest first. */
export function modelEvents(events: readonly KubernetesEvent[], model: ServedModel): ModelEvent[] {
  const names = objectNames(model);
  return events
    .filter(({ metadata, involvedObject: { kind = '', name = '' } }) => {
      if (metadata.namespace !== model.namespace) return false;
      return names[kind]?.some((pattern) => matches(pattern, name)) ?? false;
    })
    .map(modelEventOf)
    .sort((a, b) => (b.lastSeen ?? 0) - (a.lastSeen ?? 0) || a.id.localeCompare(b.id));
}

/** What a person looks for among the events. */
export interface EventFilter {
  type: 'all' | 'normal' | 'warning';
  words: string;
}

/** The events of the type in which each of the words occurs. */
export function matchingEvents(events: readonly ModelEvent[], { type, words }: EventFilter): ModelEvent[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter((event) => {
    if (type !== 'all' && event.warning !== (type === 'warning')) return false;
    const text = `${event.kind} ${event.name} ${event.reason} ${event.message}`.toLowerCase();
    return sought.every((word) => text.includes(word));
  });
}
