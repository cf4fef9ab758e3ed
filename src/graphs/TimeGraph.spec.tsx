import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createCursor } from './cursor';
import type { GraphLine } from './plot';
import { anAxis } from './testAxis';
import { observeAll } from './testObservers';
import type { TimeAxis } from './timeAxis';
import { TimeGraph } from './TimeGraph';

jest.mock('../i18n', () => ({
  useT:
    () =>
    (key: string, facts: Record<string, unknown> = {}) =>
      key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name])),
}));
jest.mock('../language', () => ({
  perLanguage: (create: (language: string) => unknown) => () => create('en'),
}));

const surroundings = { width: 865, visible: true };

const lines: GraphLine[] = [
  { key: 'waiting', label: 'Waiting', kind: 'area', color: 'red', values: [1, null, 3] },
  { key: 'ready', label: 'Ready', kind: 'step', color: 'blue', values: [4, 5, 6] },
  { key: 'band', label: 'Band', kind: 'band', color: 'grey', values: [6, 6, 6], quiet: true },
];

function graph(axis: TimeAxis, drawn: readonly GraphLine[] = lines) {
  return (
    <TimeGraph
      title="Requests"
      summary="Now 3 wait"
      axis={axis}
      lines={drawn}
      format={(value) => `${String(value)} x`}
    />
  );
}

function slider() {
  return screen.getByRole('slider', { name: 'Requests: time' });
}

/** jsdom has no pointer events: those of the mouse carry what is read of them. */
function pointer(type: string, clientX: number) {
  fireEvent(slider(), new MouseEvent(type, { bubbles: true, clientX, button: 0 }));
}

describe('TimeGraph', () => {
  beforeEach(() => {
    surroundings.visible = true;
    observeAll(surroundings);
    Element.prototype.setPointerCapture = () => undefined;
  });

  it('is an image with a sentence for those who do not see it', () => {
    render(graph(anAxis()));
    expect(screen.getByRole('img', { name: 'Requests. Now 3 wait' })).toBeInTheDocument();
  });

  it('draws in the width it has, in steps of ten pixels, and only in view', () => {
    const { unmount } = render(graph(anAxis()));
    const drawing = () => screen.getByRole('img').innerHTML;
    expect(drawing()).toContain('width="860"');
    expect(drawing().match(/<path/g)?.length).toBeGreaterThan(2);
    unmount();
    surroundings.visible = false;
    const { rerender } = render(graph(anAxis()));
    expect(drawing()).not.toContain('<path');
    rerender(graph(anAxis()));
    expect(drawing()).not.toContain('<path');
  });

  it('says in words that nothing was measured', () => {
    render(graph(anAxis(), [{ ...lines[0], values: [null, null, null] } as GraphLine]));
    expect(screen.getByText('Nothing was measured in this time.')).toBeInTheDocument();
  });

  it('reads out the newest values, and those under the cursor', () => {
    const cursor = createCursor();
    render(graph(anAxis({ cursor })));
    const [waiting, ready, ...others] = screen.getAllByRole('listitem');
    expect(others).toEqual([]);
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

  it('says time and values while arrow keys move the cursor', async () => {
    const axis = anAxis();
    render(graph(axis));
    await userEvent.tab();
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider()).toHaveFocus();
    expect(axis.cursor.time()).toBe(15);
    expect(slider()).toHaveAttribute('aria-valuenow', '15');
    expect(slider().getAttribute('aria-valuetext')).toMatch(/:15.*\. Waiting: no data, Ready: 5 x$/);
    await userEvent.keyboard('{Escape}');
    expect(axis.cursor.time()).toBeUndefined();
  });

  it('zooms into what a drag covers, and not on a click', () => {
    const onZoom = jest.fn();
    const axis = anAxis({ onZoom });
    render(graph(axis));
    pointer('pointerdown', 400);
    pointer('pointermove', 402);
    pointer('pointerup', 402);
    expect(onZoom).not.toHaveBeenCalled();
    pointer('pointerdown', 400);
    pointer('pointermove', 200);
    expect(axis.cursor.selection()).toEqual({ start: 7.5, end: 15 });
    pointer('pointerup', 200);
    expect(onZoom).toHaveBeenCalledWith({ start: 7.5, end: 15 });
    expect(axis.cursor.selection()).toBeUndefined();
  });

  it('zooms by keys, and goes back to now on a double click', async () => {
    const onZoom = jest.fn();
    const onLive = jest.fn();
    render(graph(anAxis({ onZoom, onLive })));
    await userEvent.tab();
    await userEvent.keyboard('{Home}+');
    expect(onZoom).toHaveBeenCalledWith({ start: 0, end: 15 });
    await userEvent.dblClick(slider());
    expect(onLive).toHaveBeenCalled();
  });
});
