import { act, render, screen } from '@testing-library/react';
import { createCursor } from './cursor';
import type { GraphLine } from './plot';
import { TimeGraph } from './TimeGraph';

class FixedWidth implements ResizeObserver {
  constructor(private readonly report: ResizeObserverCallback) {}
  observe() {
    this.report([{ contentRect: { width: 805 } } as ResizeObserverEntry], this);
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
}

const times = [0, 15, 30];
const lines: GraphLine[] = [
  { key: 'waiting', label: 'Waiting', kind: 'area', color: 'red', values: [1, null, 3] },
  { key: 'ready', label: 'Ready', kind: 'step', color: 'blue', values: [4, 5, 6] },
];

function show(cursor = createCursor()) {
  return render(
    <TimeGraph
      title="Requests"
      summary="Now 3 wait"
      times={times}
      domain={{ start: 0, end: 30 }}
      lines={lines}
      levels={[{ key: 'max', label: 'Maximum', value: 6, color: 'grey' }]}
      cursor={cursor}
      format={(value) => `${String(value)} x`}
      nothing="no data"
    />,
  );
}

describe('TimeGraph', () => {
  beforeEach(() => {
    global.ResizeObserver = FixedWidth;
  });

  it('is an image with a sentence for those who do not see it', () => {
    show();
    expect(screen.getByRole('img', { name: 'Requests. Now 3 wait' })).toBeInTheDocument();
  });

  it('draws in the width it has, in steps of ten pixels', () => {
    show();
    const drawing = screen.getByRole('img').innerHTML;
    expect(drawing).toContain('width="800"');
    expect(drawing.match(/<path/g)?.length).toBeGreaterThan(2);
  });

  it('reads out the newest values, and those under the cursor', () => {
    const cursor = createCursor();
    show(cursor);
    const [waiting, ready, maximum] = screen.getAllByRole('listitem');
    expect(maximum).toHaveTextContent('Maximum 6 x');
    expect(waiting).toHaveTextContent('Waiting 3 x');
    act(() => {
      cursor.move(16);
    });
    expect(waiting).toHaveTextContent('Waiting no data');
    expect(ready).toHaveTextContent('Ready 5 x');
    act(() => {
      cursor.move(undefined);
    });
    expect(ready).toHaveTextContent('Ready 6 x');
  });
});
