import type { NamespaceBarProps } from '@openshift-console/dynamic-plugin-sdk';
import { ProjectPicker } from '../namespace/ProjectPicker';
import { useActiveNamespace } from './useActiveNamespace';

/** The bar with the project picker; children come to its right. */
export function NamespaceBar({ onNamespaceChange, isDisabled = false, children }: NamespaceBarProps) {
  const [namespace, setNamespace] = useActiveNamespace();
  return (
    <div className="sandbox__namespace-bar">
      <ProjectPicker
        namespace={namespace}
        isDisabled={isDisabled}
        onSelect={(next) => {
          onNamespaceChange?.(next);
          setNamespace(next);
        }}
      />
      {children}
    </div>
  );
}
