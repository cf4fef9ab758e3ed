import { useK8sModels } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModels';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { PageSection } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import { listPath } from '../namespace/route';
import { resourceSegment } from '../resource/path';
import { DocumentTitle } from '../shims/DocumentTitle';
import { ResourceIcon } from '../shims/ResourceIcon';
import { useActiveNamespace } from '../shims/useActiveNamespace';
import { PageHeading } from './PageHeading';

/** The kinds that the cluster serves, each with the way to its list. */
export function ApiExplorerPage() {
  const [models] = useK8sModels();
  const [namespace] = useActiveNamespace();
  const sorted = Object.values(models).sort((a, b) => a.kind.localeCompare(b.kind));
  return (
    <>
      <DocumentTitle>API Explorer</DocumentTitle>
      <PageHeading title="API Explorer" />
      <PageSection hasBodyWrapper={false}>
        <Table aria-label="Kinds" variant="compact">
          <Thead>
            <Tr>
              <Th>Kind</Th>
              <Th>Group</Th>
              <Th>Version</Th>
              <Th>Namespaced</Th>
            </Tr>
          </Thead>
          <Tbody>
            {sorted.map((model) => {
              const segment = resourceSegment(model);
              const to = model.namespaced === true ? listPath(segment, namespace) : `/k8s/cluster/${segment}`;
              return (
                <Tr key={`${model.apiGroup ?? ''}/${model.apiVersion}/${model.kind}`}>
                  <Td dataLabel="Kind">
                    <ResourceIcon groupVersionKind={getGroupVersionKindForModel(model)} />
                    <Link to={to}>{model.kind}</Link>
                  </Td>
                  <Td dataLabel="Group">{model.apiGroup ?? '-'}</Td>
                  <Td dataLabel="Version">{model.apiVersion}</Td>
                  <Td dataLabel="Namespaced">{model.namespaced === true ? 'Yes' : 'No'}</Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      </PageSection>
    </>
  );
}
