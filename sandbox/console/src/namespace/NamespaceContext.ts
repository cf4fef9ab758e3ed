import { createContext } from 'react';

/** The project that the pages show; "#ALL_NS#" stands for all. */
export interface ActiveNamespace {
  namespace: string;
  setNamespace: (namespace: string) => void;
}

export const NamespaceContext = createContext<ActiveNamespace>({
  namespace: '#ALL_NS#',
  setNamespace: () => undefined,
});
