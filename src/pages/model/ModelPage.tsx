import { DocumentTitle, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { Breadcrumb, BreadcrumbItem, PageSection, Title } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n';
import { Model } from './Model';

/** The page of one model. */
export default function ModelPage() {
  const t = useT();
  const { ns: namespace = '', name = '' } = useParams();
  return (
    <>
      <DocumentTitle>{t('{{name}} · Autoscaling', { name })}</DocumentTitle>
      <NamespaceBar />
      <PageSection hasBodyWrapper={false}>
        <Breadcrumb aria-label={t('Breadcrumb')}>
          <BreadcrumbItem>
            <Link to={`/llm-autoscaling/ns/${namespace}`}>{t('Autoscaling')}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{name}</BreadcrumbItem>
        </Breadcrumb>
        <Model
          key={`${namespace}/${name}`}
          namespace={namespace}
          name={name}
          title={
            <Title headingLevel="h1" size="2xl">
              {name}
            </Title>
          }
        />
      </PageSection>
    </>
  );
}
