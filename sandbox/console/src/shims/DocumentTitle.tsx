import type { DocumentTitleProps } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect } from 'react';

/** Sets the title of the browser's tab, followed by the console's name as the console does. */
export function DocumentTitle({ children }: DocumentTitleProps) {
  useEffect(() => {
    document.title = `${children} · Local console`;
  }, [children]);
  return null;
}
