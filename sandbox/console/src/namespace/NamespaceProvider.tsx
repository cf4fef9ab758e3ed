import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { readSetting, subscribeSettings, writeSetting } from '../settings';
import { NamespaceContext } from './NamespaceContext';
import { allNamespaces, namespaceOf, pathInNamespace } from './route';

const lastKey = 'bridge/last-namespace-name';

/** Keeps the active project: the one in the URL, else the last one. */
export function NamespaceProvider({ children }: { children: ReactNode }) {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const inUrl = namespaceOf(pathname);
  const last = useSyncExternalStore(subscribeSettings, () => readSetting(lastKey));
  const namespace = inUrl ?? last ?? allNamespaces;

  useEffect(() => {
    if (inUrl !== undefined && inUrl !== readSetting(lastKey)) writeSetting(lastKey, inUrl);
  }, [inUrl]);

  const setNamespace = useCallback(
    (next: string) => {
      writeSetting(lastKey, next);
      const path = pathInNamespace(pathname, next);
      if (path !== pathname) void navigate(path + search + hash);
    },
    [pathname, search, hash, navigate],
  );

  const value = useMemo(() => ({ namespace, setNamespace }), [namespace, setNamespace]);
  return <NamespaceContext.Provider value={value}>{children}</NamespaceContext.Provider>;
}
