import { DocumentTitle } from '@openshift-console/dynamic-plugin-sdk';
import { Breadcrumb, BreadcrumbItem, PageSection, Title } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n';
import { Policy } from './Policy';

/**
 * The page that edits how one model scales. It names its project instead of showing the console's project picker: that
 * one leaves by script, which nothing can stop (BrowserRouter), and what is typed would be lost without a question. A
 * disabled picker would not do: its keyboard shortcut opens it nevertheless.
 */
export default function PolicyPage() {
  const t = useT();
  const { ns: namespace = '', name = '' } = useParams();
  const title = t('Policy of {{name}}', { name });
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <PageSection hasBodyWrapper={false}>
        <Breadcrumb aria-label={t('Breadcrumb')}>
          <BreadcrumbItem>
            <Link to={`/llm-autoscaling/ns/${namespace}`}>{t('Autoscaling')}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem>{t('Project {{namespace}}', { namespace })}</BreadcrumbItem>
          <BreadcrumbItem>
            <Link to={`/llm-autoscaling/ns/${namespace}/inferenceservices/${name}`}>{name}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{t('Policy')}</BreadcrumbItem>
        </Breadcrumb>
        <Title headingLevel="h1" size="2xl" className="llm-autoscaling__policy-title">
          {title}
        </Title>
        <Policy key={`${namespace}/${name}`} namespace={namespace} name={name} />
      </PageSection>
    </>
  );
}
