import { DocumentTitle, ListPageHeader, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection } from '@patternfly/react-core';
import { useLocation } from 'react-router';
import { useProject } from '../../data/useProject';
import { useT } from '../../i18n';
import { Fleet } from './Fleet';

/** Observe > Autoscaling: the models of a project or of all projects. As a tab of another page it has no head of its own. */
export default function FleetPage() {
  const t = useT();
  const namespace = useProject();
  const ownPage = useLocation().pathname.startsWith('/llm-autoscaling');
  return (
    <>
      {ownPage && (
        <>
          <DocumentTitle>{t('Autoscaling')}</DocumentTitle>
          <NamespaceBar />
          <ListPageHeader
            title={t('Autoscaling')}
            helpText={t("How each model's replicas follow its load.")}
          />
        </>
      )}
      <PageSection hasBodyWrapper={false}>
        {/* One child: the section spreads its children, the page's own parts keep their own distance. */}
        <div>
          <Fleet key={namespace ?? ''} namespace={namespace} />
        </div>
      </PageSection>
    </>
  );
}
