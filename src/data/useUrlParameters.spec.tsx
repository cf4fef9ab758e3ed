import '../jsdomGaps';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { useUrlParameters, withParameters } from './useUrlParameters';

const wrapper = ({ children }: { children: ReactNode }) => (
  <MemoryRouter initialEntries={['/?kept=1&gone=2']}>{children}</MemoryRouter>
);

it('keeps the changes of several hooks that come before the next drawing', () => {
  const { result } = renderHook(
    () => ({ one: useUrlParameters(), other: useUrlParameters(), url: useLocation().search }),
    { wrapper },
  );
  const [, one] = result.current.one;
  const [, other] = result.current.other;
  act(() => {
    one((before) => withParameters(before, { a: '1', gone: undefined }));
    other((before) => withParameters(before, { b: '2' }));
    one((before) => withParameters(before, { a: '3' }));
  });
  expect(result.current.url).toBe('?kept=1&a=3&b=2');
  const [parameters, change] = result.current.one;
  expect(parameters.get('b')).toBe('2');
  act(() => {
    change((before) => withParameters(before, { b: undefined }));
  });
  expect(result.current.url).toBe('?kept=1&a=3');
});
