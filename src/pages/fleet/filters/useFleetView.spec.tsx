import '../../../jsdomGaps';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { useFleetView } from './useFleetView';

const wrapper = ({ children }: { children: ReactNode }) => (
  <MemoryRouter initialEntries={['/?refresh=off&page=3']}>{children}</MemoryRouter>
);

const useViewAndUrl = () => ({ fleet: useFleetView(), url: useLocation().search });

it('keeps two changes that come before the next render, and what belongs to others', () => {
  const { result } = renderHook(useViewAndUrl, { wrapper });
  act(() => {
    const [, change] = result.current.fleet;
    change({ words: 'llama' });
    change({ descending: true });
  });
  const [view] = result.current.fleet;
  expect(view).toMatchObject({ words: 'llama', descending: true, page: 1 });
  const url = new URLSearchParams(result.current.url);
  expect([url.get('name'), url.get('refresh'), url.get('page')]).toEqual(['llama', 'off', null]);
});
