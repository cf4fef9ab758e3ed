import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { TableSkeleton } from '../../components/TableSkeleton';
import { useUrlParameters, withParameters } from '../../data/useUrlParameters';
import { useT } from '../../i18n';
import type { ServedModel } from '../../resources/servedModel';
import { Events, Pods } from './lazyViews';

const tabs = ['overview', 'pods', 'events'] as const;
const usual = 'overview';

interface ModelTabsProps {
  model: ServedModel;
  overview: ReactNode;
}

/** The parts of a model's page; which one is seen stands in the URL. Only that one is there. */
export function ModelTabs({ model, overview }: ModelTabsProps) {
  const t = useT();
  const [parameters, change] = useUrlParameters();
  const shown = tabs.find((tab) => tab === parameters.get('tab')) ?? usual;
  function choose(tab: string | number): void {
    change((before) => withParameters(before, { tab: tab === usual ? undefined : String(tab) }));
  }
  const titles = { overview: t('Overview'), pods: t('Pods'), events: t('Events') };
  const contents = { overview, pods: <Pods model={model} />, events: <Events model={model} /> };
  return (
    <Tabs
      aria-label={t('Parts of the page')}
      activeKey={shown}
      mountOnEnter
      unmountOnExit
      onSelect={(_event, tab) => {
        choose(tab);
      }}
    >
      {tabs.map((tab) => (
        <Tab key={tab} eventKey={tab} title={<TabTitleText>{titles[tab]}</TabTitleText>}>
          <Suspense fallback={<TableSkeleton text={t('Loading')} />}>
            <div className="llm-autoscaling__tab">{contents[tab]}</div>
          </Suspense>
        </Tab>
      ))}
    </Tabs>
  );
}
