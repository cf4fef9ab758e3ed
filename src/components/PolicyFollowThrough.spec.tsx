import { render, screen } from '@testing-library/react';
import { PolicyFollowThrough } from './PolicyFollowThrough';

jest.mock('../i18n', () => ({ useT: () => (key: string) => key }));

const facts = {
  hops: ['inferenceService', 'scaledObject'] as const,
  startedAt: 0,
  arrivals: new Map(),
  now: 0,
  error: { message: 'scaledobjects.keda.sh is forbidden' },
  onDismiss: jest.fn(),
};

it('says what failed and what to do when the change cannot be followed, with the server’s words below', () => {
  const { rerender } = render(<PolicyFollowThrough {...facts} />);
  expect(screen.getByRole('heading', { name: /could not be followed/ })).toBeInTheDocument();
  expect(screen.getByText(/the cluster is asked again/)).toBeInTheDocument();
  expect(screen.getByText(facts.error.message)).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: /forbidden/ })).toBeNull();
  rerender(<PolicyFollowThrough {...facts} over="tooLong" />);
  expect(screen.queryByText(/the cluster is asked again/)).toBeNull();
  expect(screen.getByText(/Look at the model and at its ScaledObject/)).toBeInTheDocument();
});
