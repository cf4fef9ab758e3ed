import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sWatchResource';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { listPath } from '../namespace/route';
import { Loading } from '../pages/Loading';
import { Message } from '../pages/Message';
import { PageHeading } from '../pages/PageHeading';
import { DocumentTitle } from '../shims/DocumentTitle';
import { HorizontalNavFacade } from '../shims/HorizontalNav';
import { ResourceIcon } from '../shims/ResourceIcon';
import { DetailsTab } from './DetailsTab';
import { resourceSegment } from './path';
import { useModelOfPath } from './useModelOfPath';
import { YamlTab } from './YamlTab';

const ownTabs = [
  { href: '', name: 'Details', component: DetailsTab },
  { href: 'yaml', name: 'YAML', component: YamlTab },
];

/** The SDK's types want tabs that take nothing; they are given the object, though. */
type Tabs = Parameters<typeof HorizontalNavFacade>[0]['pages'];

interface Props {
  model: K8sModel;
  name: string;
  namespace: string | undefined;
}

function Details({ model, name, namespace }: Props) {
  const groupVersionKind = getGroupVersionKindForModel(model);
  const [object, loaded, error] = useK8sWatchResource<K8sResourceCommon>({
    groupVersionKind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
  }) as [K8sResourceCommon, boolean, unknown];
  if (error instanceof Error && !loaded)
    return <Message title="Error loading the object">{error.message}</Message>;
  if (!loaded) return <Loading />;
  const segment = resourceSegment(model);
  return (
    <>
      <PageHeading
        breadcrumbs={
          <Breadcrumb>
            <BreadcrumbItem>
              <Link to={namespace === undefined ? `/k8s/cluster/${segment}` : listPath(segment, namespace)}>
                {model.labelPlural}
              </Link>
            </BreadcrumbItem>
            <BreadcrumbItem isActive>{`${model.label} details`}</BreadcrumbItem>
          </Breadcrumb>
        }
        title={
          <>
            <ResourceIcon groupVersionKind={groupVersionKind} />
            {name}
          </>
        }
      />
      <HorizontalNavFacade resource={object} pages={ownTabs as unknown as Tabs} />
    </>
  );
}

/** The details page of any object, with the tabs that plugins add to its kind. */
export function ResourceDetailsPage() {
  const { plural = '', name = '', ns } = useParams();
  const { model, loaded } = useModelOfPath(plural);
  if (model === undefined) return loaded ? <Message title="404: Page Not Found" /> : <Loading />;
  return (
    <>
      <DocumentTitle>{`${name} · Details`}</DocumentTitle>
      <Details key={`${ns ?? ''}/${name}`} model={model} name={name} namespace={ns} />
    </>
  );
}
