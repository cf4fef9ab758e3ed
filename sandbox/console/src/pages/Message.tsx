import { EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { DocumentTitle } from '../shims/DocumentTitle';

/** A page that says one thing. */
export function Message({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <PageSection hasBodyWrapper={false}>
      <DocumentTitle>{title}</DocumentTitle>
      <EmptyState titleText={title} headingLevel="h1">
        {children !== undefined && <EmptyStateBody>{children}</EmptyStateBody>}
      </EmptyState>
    </PageSection>
  );
}
