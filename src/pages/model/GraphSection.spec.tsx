import '../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { useRefresh } from '../../data/useRefresh';
import { observeAll } from '../../graphs/testObservers';
import { aServedModel, aScaledObject } from '../../resources/testObjects';
import type { ServedModel } from '../../resources/servedModel';
import { GraphSection } from './GraphSection';

jest.mock('../../i18n', () => ({ useT: () => translate }));
jest.mock('../../language', () => ({
  perLanguage: (create: (language: string) => unknown) => () => create('en'),
}));
// How lines are drawn is told elsewhere; it takes most of the time.
jest.mock('../../graphs/TimeDrawing', () => ({ TimeDrawing: () => null }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(() => [[], true, undefined]),
  useAccessReview: jest.fn(() => [true, false]),
  consoleFetchJSON: jest.fn(),
  useUserPreference: jest.fn(),
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const step = 15;

/** Values of the lines, oldest first; the last one is of now, the first one of all the time before. */
const measured: Record<string, number[]> = {
  waiting: [0, 24, 24],
  running: [8],
  replicas: [1, 1, 3],
  available: [1],
  desired: [1, 1, 3],
  min: [1],
  max: [3],
  allocated: [1],
  pending: [0, 0, 2],
  allocatable: [20],
  kv: [0.42],
  p50: [0.25],
};

function seriesOf(line: string, parameters: URLSearchParams) {
  const values = measured[line];
  if (values === undefined) return [];
  const start = Number(parameters.get('start'));
  const end = Number(parameters.get('end'));
  const points = Array.from({ length: (end - start) / step + 1 }, (_, index) => {
    const back = (end - start) / step - index;
    return [start + index * step, String(values.at(-1 - Math.min(back, values.length - 1)))];
  });
  return [{ metric: { line }, values: points }];
}

/** Answers as Thanos does; queries that hold the word are refused. */
function serve(refused?: string) {
  jest
    .mocked(sdk.consoleFetchJSON)
    .mockReset()
    .mockImplementation((url) => {
      const parameters = new URL(url, 'https://console').searchParams;
      const query = parameters.get('query') ?? '';
      if (refused !== undefined && query.includes(refused)) {
        return Promise.reject(Object.assign(new Error('out of memory'), { code: 422 }));
      }
      const lines = [...query.matchAll(/"line", "(\w+)"/g)].map(([, line = '']) => line);
      return Promise.resolve({ data: { result: lines.flatMap((line) => seriesOf(line, parameters)) } });
    });
}

function prefer(hidden: unknown) {
  const store = jest.fn();
  jest.mocked(sdk.useUserPreference).mockImplementation(() => [hidden, store, true] as never);
  return store;
}

function Section({ model }: { model: ServedModel }) {
  return <GraphSection model={model} live={[]} refresh={useRefresh('15s')} />;
}

function Url() {
  return <output>{useLocation().search}</output>;
}

async function show(url = '/', model: ServedModel = aServedModel()) {
  render(
    <MemoryRouter initialEntries={[url]}>
      <Section model={model} />
      <Url />
    </MemoryRouter>,
  );
  await screen.findByRole('img', { name: /^Requests\./ });
}

const graph = (name: string) => screen.getByRole('img', { name: new RegExp(`^${name}\\.`) });
const url = () => screen.getByRole('status').textContent;

async function choose(lane: string, item: string) {
  await userEvent.click(screen.getByRole('button', { name: `Actions of ${lane}` }));
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
}

describe('GraphSection', () => {
  beforeAll(async () => {
    await import('./ScalingGraphs');
  });
  beforeEach(() => {
    observeAll({ width: 860, visible: true });
    Element.prototype.setPointerCapture = () => undefined;
    serve();
    prefer([]);
  });

  it('says in each graph’s name what it shows', async () => {
    await show();
    expect(graph('Requests')).toHaveAccessibleName(/Now Waiting: 24, Running: 8, Capacity: 6/);
    expect(graph('Replicas')).toHaveAccessibleName(
      /Ready: 1, Current: 3, Desired: 3, Maximum: 3, Minimum: 1/,
    );
    expect(graph('GPUs')).toHaveAccessibleName(/Allocated: 1, Pending: 2, Allocatable, above the scale: 20/);
    expect(graph('Latency')).toHaveAccessibleName(/Median: 250ms, 95th percentile: no data/);
    expect(graph('KV cache')).toHaveAccessibleName(/Fullest engine: 42%/);
    expect(graph('Tokens per second')).toHaveAccessibleName(/Nothing was measured/);
  });

  it('asks once a group and for 240 points a line at most', async () => {
    await show();
    const urls = jest.mocked(sdk.consoleFetchJSON).mock.calls.map(([each]) => new URL(each, 'https://c'));
    expect(urls).toHaveLength(6);
    for (const { searchParams } of urls) {
      const points = (Number(searchParams.get('end')) - Number(searchParams.get('start'))) / 15;
      expect(points).toBeLessThanOrEqual(240);
    }
  });

  it('marks the decision and explains it in the table', async () => {
    await show();
    const mark = screen.getByRole('button', { name: /1 → 3 · The load rose: 24 \/ 2 = 12, limited to 3/ });
    act(() => {
      mark.focus();
    });
    expect(await screen.findByText(/stands still while you read/)).toBeInTheDocument();
    const table = within(screen.getByRole('grid', { name: 'Decisions' }));
    expect(table.getByRole('cell', { name: '1 → 3' })).toBeInTheDocument();
    expect(table.getByText('24 / 2 = 12, limited to 3')).toBeInTheDocument();
    expect(table.getByText('None of the 2 added serves')).toBeInTheDocument();
  });

  it('shows the exact query of each line, and opens them in Metrics', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Actions of Replicas' }));
    const href = screen.getByRole('menuitem', { name: 'Open in Metrics' }).getAttribute('href') ?? '';
    expect(new URL(href, 'https://console').searchParams.get('query0')).toBe(
      'max(kube_deployment_spec_replicas{namespace="team-a",deployment="llama-predictor"})',
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show the query' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Queries of Replicas' }));
    expect(dialog.getByText('Desired')).toBeInTheDocument();
    expect(dialog.getByText(/^max\(kube_horizontalpodautoscaler_spec_max_replicas/)).toBeInTheDocument();
  });

  it('shows a graph as a table, newest first', async () => {
    await show();
    await choose('Requests', 'Show as table');
    const table = within(within(await screen.findByRole('dialog', { name: 'Requests' })).getByRole('grid'));
    const [head, newest, before] = table.getAllByRole('row');
    expect(head).toHaveTextContent('TimeWaitingRunningCapacity');
    expect(newest).toHaveTextContent(/2486$/);
    expect(before).toHaveTextContent(/082$/);
  });

  it('hides graphs and shows them again, and remembers it', async () => {
    const store = prefer(['latency', 'of another version']);
    await show();
    expect(screen.getByRole('button', { name: /Graphs.*1 hidden/ })).toBeInTheDocument();
    await choose('GPUs', 'Hide');
    expect(store).toHaveBeenLastCalledWith(['gpus', 'latency']);
    await userEvent.click(screen.getByRole('button', { name: /Graphs/ }));
    await userEvent.click(screen.getByLabelText('Latency'));
    expect(store).toHaveBeenLastCalledWith([]);
  });

  it('does not ask for what is hidden', async () => {
    prefer(['latency', 'pods']);
    await show();
    const queries = jest.mocked(sdk.consoleFetchJSON).mock.calls.map(([each]) => each);
    expect(queries).toHaveLength(4);
    expect(queries.join()).not.toContain('time_to_first_token');
    expect(screen.queryByRole('img', { name: /^Latency/ })).not.toBeInTheDocument();
  });

  it('zooms into a part of the past, says so, and goes back', async () => {
    await show('/?refresh=off');
    const slider = await screen.findByRole('slider', { name: 'Requests: time' });
    for (const [type, x] of [
      ['pointerdown', 100],
      ['pointermove', 300],
      ['pointerup', 300],
    ] as const) {
      fireEvent(slider, new MouseEvent(type, { bubbles: true, clientX: x, button: 0 }));
    }
    expect(url()).toMatch(/^\?refresh=off&from=\d+&to=\d+$/);
    expect(await screen.findByText('A part of the past')).toBeInTheDocument();
    // The pointer is still over the graph: what was asked for shows all the same.
    fireEvent(slider, new MouseEvent('pointermove', { bubbles: true, clientX: 310 }));
    const to = Number(new URLSearchParams(url()).get('to'));
    await waitFor(() => {
      expect(slider).toHaveAttribute('aria-valuemax', String(to - (to % step)));
    });
    await userEvent.click(screen.getByRole('button', { name: 'Back to live' }));
    expect(url()).toBe('?refresh=off');
  });

  it('takes a part of the past from two fields', async () => {
    await show();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Time range' }), 'custom');
    const from = await screen.findByLabelText('From');
    const to = screen.getByLabelText('To');
    fireEvent.change(to, { target: { value: '2025-01-01T10:00' } });
    expect(screen.getByText('The end must come after the beginning.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Show' })).toBeDisabled();
    fireEvent.change(from, { target: { value: '2025-01-01T09:00' } });
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    const start = new Date(2025, 0, 1, 9).getTime() / 1000;
    expect(url()).toBe(`?from=${String(start)}&to=${String(start + 3600)}`);
  });

  it('keeps the other graphs when one query fails, and says it at that graph', async () => {
    serve('time_to_first_token');
    await show();
    expect(screen.getByText('Not updated: out of memory')).toBeInTheDocument();
    expect(graph('Requests')).toHaveAccessibleName(/Waiting: 24/);
  });

  it('has a graph for a trigger that reads something else than the queue', async () => {
    const serverAddress = 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9091';
    const metadata = { serverAddress, query: 'sum(my_load)', threshold: '2' };
    const scaledObject = aScaledObject({ triggers: [{ type: 'prometheus', metadata }] });
    measured.trigger = [5];
    await show('/', aServedModel({ scaledObject }));
    expect(graph('Trigger')).toHaveAccessibleName(/The query: 5, Capacity: 6/);
    expect(graph('Requests')).toHaveAccessibleName(/Running: 8$/);
  });
});
