import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';
import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';
import type { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import { Alert, Page } from '@patternfly/react-core';
import { useState } from 'react';
import { Provider } from 'react-redux';
import { BrowserRouter, useLocation } from 'react-router';
import { SandboxBar } from './bar/SandboxBar';
import { Header } from './masthead/Header';
import { NamespaceProvider } from './namespace/NamespaceProvider';
import { Sidebar } from './nav/Sidebar';
import { ConsoleRoutes } from './pages/ConsoleRoutes';
import type { PluginFailure } from './plugins/pluginStore';
import type { Store } from './store/store';

interface Props {
  store: Store;
  plugins: PluginStore;
  /** What went wrong at the start, to be said on the page. */
  failures: readonly PluginFailure[];
  /** False while plugins still load. */
  settled: boolean;
}

function Layout({ failures, settled }: Pick<Props, 'failures' | 'settled'>) {
  const [isNavOpen, setNavOpen] = useState(true);
  const { pathname } = useLocation();
  return (
    <div className="sandbox__root">
      <SandboxBar />
      <div className="sandbox__console">
        <Page
          isContentFilled
          masthead={
            <Header
              isNavOpen={isNavOpen}
              onNavToggle={() => {
                setNavOpen(!isNavOpen);
              }}
            />
          }
          sidebar={<Sidebar isOpen={isNavOpen} />}
        >
          {failures.map(({ name, message }) => (
            <Alert key={name} variant="danger" isInline title={`${name} did not load`}>
              {message}
            </Alert>
          ))}
          {/* An error page ends when another page is opened. */}
          <ConsoleRoutes key={pathname.split('/')[1]} settled={settled} />
        </Page>
      </div>
    </div>
  );
}

/** The local console around the pages of the plugins, with all that the SDK's hooks look for. */
export function App({ store, plugins, failures, settled }: Props) {
  return (
    <Provider store={store}>
      <PluginStoreProvider store={plugins}>
        <BrowserRouter>
          <NamespaceProvider>
            <OverlayProvider>
              <ModalProvider>
                <Layout failures={failures} settled={settled} />
              </ModalProvider>
            </OverlayProvider>
          </NamespaceProvider>
        </BrowserRouter>
      </PluginStoreProvider>
    </Provider>
  );
}
