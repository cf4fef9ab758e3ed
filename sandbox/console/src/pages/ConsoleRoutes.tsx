import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import { Suspense } from 'react';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { MetricsPage } from '../metrics/MetricsPage';
import { hrefInNamespace } from '../namespace/route';
import { ErrorBoundary } from '../plugins/ErrorBoundary';
import type { RoutePage } from '../plugins/extensionTypes';
import { isRoutePage } from '../plugins/extensionTypes';
import { lazyComponent } from '../plugins/lazyComponent';
import { ResourceDetailsPage } from '../resource/ResourceDetailsPage';
import { ResourceListPage } from '../resource/ResourceListPage';
import { HorizontalNavFacade } from '../shims/HorizontalNav';
import { NamespaceBar } from '../shims/NamespaceBar';
import { useActiveNamespace } from '../shims/useActiveNamespace';
import { ApiExplorerPage } from './ApiExplorerPage';
import { Loading } from './Loading';
import { Message } from './Message';
import { OverviewPage } from './OverviewPage';

/** The console puts the project picker above its own pages; plugins bring their own. */
function WithNamespaceBar() {
  return (
    <>
      <NamespaceBar />
      <Outlet />
    </>
  );
}

/** The developer perspective's Observe, whose tabs plugins add to. */
function DeveloperObserve() {
  return (
    <>
      <NamespaceBar />
      <HorizontalNavFacade pages={[]} contextId="dev-console-observe" />
    </>
  );
}

function ToNamespace({ href }: { href: string }) {
  const [namespace] = useActiveNamespace();
  return <Navigate to={hrefInNamespace(href, namespace)} replace />;
}

const pathsOf = ({ properties: { path, exact = false } }: RoutePage): string[] =>
  [path].flat().map((one) => (exact ? one : `${one}/*`));

/** The pages of the console and of the plugins. `settled` is false while plugins may still bring pages. */
export function ConsoleRoutes({ settled }: { settled: boolean }) {
  const pages = useExtensions<RoutePage>(isRoutePage);
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<Navigate to="/dashboards" replace />} />
          <Route path="/dashboards" element={<OverviewPage />} />
          <Route path="/api-explorer" element={<ApiExplorerPage />} />
          <Route element={<WithNamespaceBar />}>
            <Route path="/k8s/ns/:ns/:plural" element={<ResourceListPage />} />
            <Route path="/k8s/all-namespaces/:plural" element={<ResourceListPage />} />
            <Route path="/k8s/ns/:ns/:plural/:name/*" element={<ResourceDetailsPage />} />
          </Route>
          <Route path="/k8s/cluster/:plural" element={<ResourceListPage />} />
          <Route path="/k8s/cluster/:plural/:name/*" element={<ResourceDetailsPage />} />
          <Route path="/dev-monitoring" element={<ToNamespace href="/dev-monitoring" />} />
          <Route path="/dev-monitoring/ns/:ns/*" element={<DeveloperObserve />} />
          <Route path="/dev-monitoring/all-namespaces/*" element={<DeveloperObserve />} />
          <Route path="/monitoring/query-browser" element={<MetricsPage />} />
          <Route
            path="/monitoring/*"
            element={
              <Message title="Not part of the local console">
                This page belongs to the monitoring plugin of OpenShift.
              </Message>
            }
          />
          {pages.flatMap((page) => {
            const Page = lazyComponent(page.properties.component);
            return pathsOf(page).map((path) => <Route key={path} path={path} element={<Page />} />);
          })}
          <Route path="*" element={settled ? <Message title="404: Page Not Found" /> : <Loading />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
