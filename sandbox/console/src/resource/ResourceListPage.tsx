import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sWatchResource';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { PageSection, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Loading } from '../pages/Loading';
import { Message } from '../pages/Message';
import { PageHeading } from '../pages/PageHeading';
import { DocumentTitle } from '../shims/DocumentTitle';
import { ResourceTable } from './ResourceTable';
import { useModelOfPath } from './useModelOfPath';

function List({ model, namespace }: { model: K8sModel; namespace: string | undefined }) {
  const [search, setSearch] = useState('');
  const [objects, loaded, error] = useK8sWatchResource<K8sResourceCommon[]>({
    groupVersionKind: getGroupVersionKindForModel(model),
    isList: true,
    ...(namespace === undefined ? {} : { namespace }),
  }) as [K8sResourceCommon[], boolean, unknown];
  const shown = objects.filter(({ metadata }) => metadata?.name?.includes(search) === true);
  if (error instanceof Error) return <Message title="Error loading the list">{error.message}</Message>;
  if (!loaded) return <Loading />;
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label="Filter by name"
              placeholder="Filter by name"
              value={search}
              onChange={(_event, value) => {
                setSearch(value);
              }}
              onClear={() => {
                setSearch('');
              }}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <ResourceTable model={model} objects={shown} />
    </>
  );
}

/** The plain list of any kind: the console's own lists show more. */
export function ResourceListPage() {
  const { plural = '', ns } = useParams();
  const { model, loaded } = useModelOfPath(plural);
  if (model === undefined) return loaded ? <Message title="404: Page Not Found" /> : <Loading />;
  return (
    <>
      <DocumentTitle>{model.labelPlural}</DocumentTitle>
      <PageHeading title={model.labelPlural} />
      <PageSection hasBodyWrapper={false}>
        <List key={plural} model={model} namespace={ns} />
      </PageSection>
    </>
  );
}
