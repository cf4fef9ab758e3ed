import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import ErrorBoundaryFallbackPage from '../shims/ErrorBoundaryFallbackPage';

interface Props {
  children: ReactNode;
}

interface State {
  error?: Error;
  componentStack: string;
}

/** Shows an error page instead of children that throw, and logs the error as the console does. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { componentStack: '' };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error('Caught error in a child component:', error, componentStack);
    this.setState({ componentStack: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, componentStack } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <ErrorBoundaryFallbackPage
        title={error.name}
        errorMessage={error.message}
        stack={error.stack ?? ''}
        componentStack={componentStack}
      />
    );
  }
}
