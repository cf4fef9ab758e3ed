import type { ErrorBoundaryFallbackProps } from '@openshift-console/dynamic-plugin-sdk';
import {
  CodeBlock,
  CodeBlockCode,
  EmptyState,
  EmptyStateBody,
  ExpandableSection,
  PageSection,
} from '@patternfly/react-core';
import { ExclamationCircleIcon } from '@patternfly/react-icons';

/** What is shown instead of a page that threw an error. */
export default function ErrorBoundaryFallbackPage({
  title,
  errorMessage,
  componentStack,
  stack,
}: ErrorBoundaryFallbackProps) {
  return (
    <PageSection hasBodyWrapper={false}>
      <EmptyState
        titleText="Oh no! Something went wrong."
        headingLevel="h1"
        icon={ExclamationCircleIcon}
        status="danger"
      >
        <EmptyStateBody>{`${title}: ${errorMessage}`}</EmptyStateBody>
      </EmptyState>
      <ExpandableSection toggleText="Show details">
        <CodeBlock>
          <CodeBlockCode>{`${stack}\n\nComponents:${componentStack}`}</CodeBlockCode>
        </CodeBlock>
      </ExpandableSection>
    </PageSection>
  );
}
