import { useActiveNamespace } from '@openshift-console/dynamic-plugin-sdk';
import { useLocation, useParams } from 'react-router';

const allProjects = '#ALL_NS#';

/** The project that the page shows: that of the URL, else the console's active one; undefined means all of them. */
export function useProject(): string | undefined {
  const { ns } = useParams();
  const { pathname } = useLocation();
  const [active] = useActiveNamespace();
  if (ns !== undefined) return ns;
  return pathname.endsWith('/all-namespaces') || active === allProjects ? undefined : active;
}
