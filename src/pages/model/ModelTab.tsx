import { PageSection } from '@patternfly/react-core';
import type { InferenceService } from '../../resources/inferenceService';
import { Model } from './Model';

interface ModelTabProps {
  /** The InferenceService of the details page; its fields come after the first read. */
  obj?: Partial<InferenceService>;
}

/** The "Autoscaling" tab of an InferenceService's details page. */
export default function ModelTab({ obj }: ModelTabProps) {
  const { namespace, name } = obj?.metadata ?? {};
  if (namespace === undefined || name === undefined) return null;
  return (
    <PageSection hasBodyWrapper={false}>
      <Model key={`${namespace}/${name}`} namespace={namespace} name={name} />
    </PageSection>
  );
}
