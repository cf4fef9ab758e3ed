import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { CodeBlock, CodeBlockCode, PageSection } from '@patternfly/react-core';
import { stringify } from 'yaml';

/** The object as it is stored, to read only; as in the console, without the list of who manages which field. */
export function YamlTab({ obj }: { obj: K8sResourceCommon }) {
  const shown = { ...obj, metadata: { ...obj.metadata, managedFields: undefined } };
  return (
    <PageSection hasBodyWrapper={false}>
      <CodeBlock>
        <CodeBlockCode>{stringify(shown)}</CodeBlockCode>
      </CodeBlock>
    </PageSection>
  );
}
