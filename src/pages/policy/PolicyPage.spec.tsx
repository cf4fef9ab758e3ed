import '../../jsdomGaps';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import PolicyPage from './PolicyPage';

jest.mock('../../i18n', () => ({
  useT:
    () =>
    (key: string, facts: Record<string, string> = {}) =>
      key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => facts[name] ?? ''),
}));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  DocumentTitle: () => null,
  NamespaceBar: () => <button type="button">project picker</button>,
}));
jest.mock('./Policy', () => ({ Policy: () => null }));

it('names its project, and has no picker that would leave what is typed without a question', () => {
  render(
    <MemoryRouter initialEntries={['/llm-autoscaling/ns/team-a/inferenceservices/llama/policy']}>
      <Routes>
        <Route path="/llm-autoscaling/ns/:ns/inferenceservices/:name/policy" element={<PolicyPage />} />
      </Routes>
    </MemoryRouter>,
  );
  expect(screen.getByText('Project team-a')).toBeTruthy();
  expect(screen.queryByText('project picker')).toBeNull();
});
