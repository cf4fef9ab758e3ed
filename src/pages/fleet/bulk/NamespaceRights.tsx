import { useEffect } from 'react';
import { useAccess } from '../../../data/useAccess';
import type { ModelAccess } from '../../../data/useAccess';

interface NamespaceRightsProps {
  namespace: string;
  onRights: (namespace: string, access: ModelAccess) => void;
}

/** Asks what the user may do in one project and draws nothing: the number of projects is not known to a hook. */
export function NamespaceRights({ namespace, onRights }: NamespaceRightsProps) {
  const access = useAccess(namespace);
  useEffect(() => {
    onRights(namespace, access);
  }, [namespace, access, onRights]);
  return null;
}
