import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { EmptyState, LabelGroup, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { ResourceLink } from '../shims/ResourceLink';
import Timestamp from '../shims/Timestamp';

const project = { version: 'v1', kind: 'Namespace' };

/** The objects of a kind by name. */
export function ResourceTable({
  model,
  objects,
}: {
  model: K8sModel;
  objects: readonly K8sResourceCommon[];
}) {
  const kind = getGroupVersionKindForModel(model);
  const isNamespaced = model.namespaced === true;
  const sorted = [...objects].sort((a, b) => (a.metadata?.name ?? '').localeCompare(b.metadata?.name ?? ''));
  if (sorted.length === 0)
    return <EmptyState titleText={`No ${model.labelPlural} found`} headingLevel="h2" />;
  return (
    <Table aria-label={model.labelPlural}>
      <Thead>
        <Tr>
          <Th>Name</Th>
          {isNamespaced && <Th>Namespace</Th>}
          <Th>Labels</Th>
          <Th>Created</Th>
        </Tr>
      </Thead>
      <Tbody>
        {sorted.map(({ metadata: { name = '', namespace, labels = {}, uid, creationTimestamp } = {} }) => (
          <Tr key={uid ?? name}>
            <Td dataLabel="Name">
              <ResourceLink
                groupVersionKind={kind}
                name={name}
                {...(namespace === undefined ? {} : { namespace })}
              />
            </Td>
            {isNamespaced && (
              <Td dataLabel="Namespace">
                <ResourceLink groupVersionKind={project} name={namespace ?? ''} />
              </Td>
            )}
            <Td dataLabel="Labels">
              <LabelGroup>
                {Object.entries(labels).map(([key, value]) => (
                  <Label key={key} isCompact>{`${key}=${value}`}</Label>
                ))}
              </LabelGroup>
            </Td>
            <Td dataLabel="Created">
              <Timestamp timestamp={creationTimestamp} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
