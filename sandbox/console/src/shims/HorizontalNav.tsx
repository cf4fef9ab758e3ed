import type { HorizontalNavProps, NavPage } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import { PageSection, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes, useLocation, useNavigate, useParams } from 'react-router';
import { Loading } from '../pages/Loading';
import { ErrorBoundary } from '../plugins/ErrorBoundary';
import type { ContextTab, ResourceTab } from '../plugins/extensionTypes';
import { isContextTab, isResourceTab } from '../plugins/extensionTypes';
import type { PluginComponent } from '../plugins/lazyComponent';
import { lazyComponent } from '../plugins/lazyComponent';
import { translated } from '../plugins/translated';

interface Page {
  name: string;
  href: string;
  component: PluginComponent;
}

const fromProps = ({ name, href = '', component }: NavPage): Page => ({
  name,
  href,
  component: component as PluginComponent,
});

/** The tabs that plugins add to the kind of the object or to the context, in the order of their names. */
function usePluginPages(resource: HorizontalNavProps['resource'], contextId: string | undefined): Page[] {
  const { t } = useTranslation();
  const resourceTabs = useExtensions<ResourceTab>(isResourceTab);
  const contextTabs = useExtensions<ContextTab>(isContextTab);
  const shown = resource === undefined ? undefined : getGroupVersionKindForResource(resource);
  const page = (name: string, href: string, component: unknown): Page => ({
    name: translated(name, t),
    href,
    component: lazyComponent(component),
  });
  return [
    ...resourceTabs
      .filter(
        ({ properties: { model } }) =>
          model.kind === shown?.kind &&
          model.version === shown.version &&
          (model.group ?? '') === (shown.group ?? ''),
      )
      .map(({ properties }) => page(properties.page.name, properties.page.href, properties.component)),
    ...contextTabs
      .filter(({ properties }) => properties.contextId === contextId)
      .map(({ properties }) => page(properties.name, properties.href, properties.component)),
  ].sort((a, b) => a.name.localeCompare(b.name));
}

function NavBar({ pages }: { pages: readonly Page[] }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const segments = pathname.replace(/\/$/, '').split('/');
  const last = segments.at(-1) ?? '';
  const active = pages.some(({ href }) => href !== '' && href === last) ? last : '';
  const base = (active === '' ? segments : segments.slice(0, -1)).join('/');
  return (
    <div>
      <Tabs activeKey={active} component="nav" usePageInsets aria-label="Pages of this object">
        {pages.map(({ name, href }) => {
          const to = href === '' ? base : `${base}/${href}`;
          return (
            <Tab
              key={href}
              eventKey={href}
              href={to}
              onClick={(event) => {
                event.preventDefault();
                void navigate(to);
              }}
              title={<TabTitleText>{name}</TabTitleText>}
              // There is no tab panel with an id of its own: the tabs are links.
              aria-controls={undefined}
            />
          );
        })}
      </Tabs>
    </div>
  );
}

/** Tabs that are pages of their own in the URL; the route above it must end with "/*". */
export function HorizontalNavFacade({ resource, pages, customData, contextId }: HorizontalNavProps) {
  const params = useParams();
  const pluginPages = usePluginPages(resource, contextId);
  const all = [...pages.map(fromProps), ...pluginPages];
  return (
    <>
      <NavBar pages={all} />
      <Suspense fallback={<Loading />}>
        <Routes>
          {all.map(({ name, href, component: Content }) => (
            <Route
              key={name}
              path={href}
              element={
                <ErrorBoundary>
                  <Content {...params} params={params} obj={resource} customData={customData} />
                </ErrorBoundary>
              }
            />
          ))}
          <Route path="*" element={<PageSection hasBodyWrapper={false}>Page not found</PageSection>} />
        </Routes>
      </Suspense>
    </>
  );
}
