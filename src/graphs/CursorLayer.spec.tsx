import { act, render, screen } from '@testing-library/react';
import { CursorLayer } from './CursorLayer';
import { anAxis } from './testAxis';
import { observeAll } from './testObservers';

jest.mock('../language', () => ({
  perLanguage: (create: (language: string) => unknown) => () => create('en'),
}));

/** 600 px of plot. */
const width = 660;

function show() {
  const axis = anAxis({ marks: [{ key: 'a', at: 15 }] });
  render(<CursorLayer axis={axis} />);
  return { cursor: axis.cursor, part: (name: string) => screen.getByTestId(name) };
}

describe('CursorLayer', () => {
  beforeEach(() => {
    observeAll({ width, visible: true });
  });

  it('draws marks where they are in time', () => {
    expect(show().part('mark')).toHaveStyle({ left: '50%' });
  });

  it('moves one line with the cursor, and says the time', () => {
    const { cursor, part } = show();
    expect(part('cursor')).toHaveAttribute('hidden');
    act(() => {
      cursor.move(10);
    });
    expect(part('cursor')).toHaveStyle({ transform: 'translateX(200.0px)' });
    expect(part('cursor')).not.toHaveAttribute('data-late');
    expect(part('moment').textContent).toMatch(/:10/);
    act(() => {
      cursor.move(29);
    });
    expect(part('cursor')).toHaveAttribute('data-late');
    act(() => {
      cursor.move(31);
    });
    expect(part('cursor')).toHaveAttribute('hidden');
  });

  it('shows what a drag covers', () => {
    const { cursor, part } = show();
    act(() => {
      cursor.select([20, 5]);
    });
    expect(part('selection')).toHaveStyle({ left: '100.0px', width: '300.0px' });
    act(() => {
      cursor.select(undefined);
    });
    expect(part('selection')).toHaveAttribute('hidden');
  });
});
