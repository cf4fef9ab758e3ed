import '../../../jsdomGaps';
import { act, render, renderHook, screen } from '@testing-library/react';
import { FleetTrouble } from '../notices/FleetTrouble';
import { useFleetChanges } from './useFleetChanges';

jest.mock('../../../i18n', () => ({ useT: () => (key: string) => key }));

const refused = { code: 'refused', step: 'check', message: 'no' } as const;
const late = { code: 'late', step: 'follow', message: '' } as const;

function twoFailures() {
  const { result } = renderHook(useFleetChanges);
  act(() => {
    result.current.start('team-a/llama', 'pause');
    result.current.start('team-a/phi', 'pause');
  });
  act(() => {
    result.current.finish('team-a/llama', refused);
    result.current.finish('team-a/phi', late);
  });
  return result;
}

describe('useFleetChanges', () => {
  it('keeps what stopped each model, until that model is changed anew', () => {
    const result = twoFailures();
    expect([...result.current.failures]).toEqual([
      ['team-a/llama', refused],
      ['team-a/phi', late],
    ]);
    act(() => {
      result.current.start('team-a/phi', 'resume');
    });
    expect([...result.current.failures.keys()]).toEqual(['team-a/llama']);
    act(() => {
      result.current.finish('team-a/phi');
    });
    expect([...result.current.failures.keys()]).toEqual(['team-a/llama']);
  });

  it('has an alert for each, with the name of its model', () => {
    const { failures } = twoFailures().current;
    render(
      <FleetTrouble
        kedaInstalled
        problem={undefined}
        fetchedAt={undefined}
        unmeasured={0}
        failures={failures}
      />,
    );
    expect(screen.getByText(/^team-a\/llama: The server refuses this/)).toBeInTheDocument();
    expect(screen.getByText(/^team-a\/phi: It is written/)).toBeInTheDocument();
  });
});
