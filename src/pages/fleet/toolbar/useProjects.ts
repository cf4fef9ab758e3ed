import { useMemo } from 'react';
import type { ServedModel } from '../../../resources/servedModel';

/** The projects of the models, sorted; undefined when the page shows one project. The list keeps its identity. */
export function useProjects(
  models: ReadonlyMap<string, ServedModel>,
  namespace: string | undefined,
): readonly string[] | undefined {
  const text = useMemo(() => {
    if (namespace !== undefined) return undefined;
    const projects = new Set<string>();
    for (const model of models.values()) projects.add(model.namespace);
    return [...projects].toSorted().join(' ');
  }, [models, namespace]);
  return useMemo(() => text?.split(' ').filter((name) => name !== ''), [text]);
}
