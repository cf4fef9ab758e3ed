import { useContext } from 'react';
import { NamespaceContext } from '../namespace/NamespaceContext';

/** The project of the page, "#ALL_NS#" for all of them, and the way to another one. */
export function useActiveNamespace(): [string, (namespace: string) => void] {
  const { namespace, setNamespace } = useContext(NamespaceContext);
  return [namespace, setNamespace];
}
