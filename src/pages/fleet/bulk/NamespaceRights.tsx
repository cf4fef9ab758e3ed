import { useEffect } from 'react';
import { useAccess } from '../../../data/useAccess';
import type { Access, ModelAccess } from '../../../data/useAccess';

interface NamespaceRightsProps {
  namespace: string;
  onRights: (namespace: string, access: ModelAccess) => void;
}

/** Asks what the user may do in one project and draws nothing: the number of projects is not known to a hook. */
export function NamespaceRights({ namespace, onRights }: NamespaceRightsProps) {
  const access = useAccess(namespace);
  const states = Object.values<Access>({ ...access })
    .map(({ state }) => state)
    .join();
  useEffect(() => {
    onRights(namespace, access);
    // The reviews are new objects at each drawing; only their outcome counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [namespace, states, onRights]);
  return null;
}
