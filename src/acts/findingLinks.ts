import type { Finding } from '../consequences/findings';
import type { Translate } from '../i18n';
import { horizontalPodAutoscalerKind, inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import type { Kind } from '../resources/kinds';
import type { ServedModel } from '../resources/servedModel';

/** Where more of a finding is seen. */
export interface FindingLink {
  label: string;
  /** A path of the console. */
  to: string;
}

/** The page of the console about an object. */
function objectPath({ group, version, kind }: Kind, namespace: string, name: string): string {
  return `/k8s/ns/${namespace}/${group}~${version}~${kind}/${name}`;
}

/** Where to go with a finding. */
export function findingLinks(
  finding: Finding,
  { namespace, name }: ServedModel,
  t: Translate,
): FindingLink[] {
  const page = `/llm-autoscaling/ns/${namespace}/inferenceservices/${name}`;
  const ownPage = {
    label: t('Conditions'),
    to: objectPath(inferenceServiceKind, namespace, name),
  };
  const events = { label: t('Events'), to: `${page}?tab=events` };
  const shown = (kind: Kind, of: string): FindingLink => ({
    label: t('Show {{name}}', { name: of }),
    to: objectPath(kind, namespace, of),
  });
  switch (finding.code) {
    case 'orphanScaledObject':
    case 'foreignScaledObject':
      return [shown(scaledObjectKind, finding.scaledObject)];
    case 'leftoverHpa':
    case 'foreignHpa':
      return finding.hpa === '' ? [] : [shown(horizontalPodAutoscalerKind, finding.hpa)];
    case 'noScaledObject':
      return [ownPage, events];
    case 'drift':
      return [shown(scaledObjectKind, finding.scaledObject), events];
    case 'sharedQuery':
      return [{ label: t('Edit policy'), to: `${page}/policy` }];
    case 'gitOps':
      return [];
  }
}
