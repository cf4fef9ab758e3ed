import '../../jsdomGaps';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { pollClock } from '../../data/pollClock';
import { aPlainInferenceService } from '../../resources/testObjects';
import { Fleet } from './Fleet';
import { aTestConsole, consoleMock as mockConsole, putConsole } from './testConsole';
import type { TestConsole } from './testConsole';
import { download } from '../../components/download';

jest.mock('../../i18n', () => ({ useT: () => translate }));
jest.mock(
  '@openshift-console/dynamic-plugin-sdk',
  () => new Proxy({}, { get: (_target, name): unknown => Reflect.get(mockConsole, name) }),
);
jest.mock('../../components/download', () => ({ download: jest.fn() }));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

function Url() {
  return <div data-testid="url">{decodeURIComponent(useLocation().search)}</div>;
}

async function show(changes: Partial<TestConsole> = {}, namespace?: string, url = '/') {
  const around = { ...aTestConsole(), ...changes };
  putConsole(around);
  render(
    <MemoryRouter initialEntries={[url]}>
      <Fleet namespace={namespace} />
      <Url />
    </MemoryRouter>,
  );
  await screen.findAllByText(/waiting$|no data|not known/, { selector: '[data-label="Load"] *' });
  return around;
}

const url = () => screen.getByTestId('url');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const rows = () => screen.getAllByRole('link', { name: /llama|phi/ }).map((link) => link.textContent);
const phi = { ...aPlainInferenceService(), metadata: { name: 'phi', namespace: 'team-b', uid: 'uid-phi' } };
const two = {
  ...aTestConsole().lists,
  InferenceService: [...(aTestConsole().lists.InferenceService ?? []), phi],
};

describe('the summary', () => {
  it('takes the GPUs from the nodes while Prometheus cannot be reached, and asks them once', async () => {
    const node = { metadata: { name: 'node' }, status: { allocatable: { 'nvidia.com/gpu': '8' } } };
    const { listed } = await show({ away: true, lists: { ...two, Node: [node, node] } });
    await waitFor(() => {
      expect(button(/^GPUs allocated/)).toHaveTextContent('2 of 16as the nodes say');
    });
    await userEvent.click(button(/^GPUs allocated/));
    expect(button(/^GPUs allocated/)).toHaveTextContent('2 of 16');
    expect(listed).toEqual(['Node']);
  });

  it('asks no nodes when Prometheus answers', async () => {
    const { listed } = await show();
    expect(listed).toEqual([]);
  });

  it('counts, and each number filters', async () => {
    await show({ lists: two });
    expect(button(/^Autoscaled/)).toHaveTextContent('Autoscaled1 of 2');
    expect(button(/^Requests waiting/)).toHaveTextContent('7');
    expect(button(/^GPUs allocated/)).toHaveTextContent('2 of 32');
    await userEvent.click(button(/^Requests waiting/));
    expect(button(/^Requests waiting/)).toHaveAttribute('aria-pressed', 'true');
    expect(rows()).toEqual(['llama']);
    expect(url()).toHaveTextContent('?only=waiting');
    await userEvent.click(button(/^Requests waiting/));
    expect(url()).toBeEmptyDOMElement();
  });

  it('leaves out GPUs of the cluster where they cannot be seen', async () => {
    await show({ values: { num_requests: 7 } });
    expect(button(/^GPUs allocated/)).toHaveTextContent(/allocated2$/);
  });

  it('says that nobody scrapes the engines, which is not zero', async () => {
    await show({ values: {} });
    expect(await screen.findByText('No model sends numbers')).toBeInTheDocument();
    expect(screen.getByText(/enableUserWorkload: true/)).toBeInTheDocument();
    expect(button(/^Requests waiting/)).toHaveTextContent('no data');
  });
});

describe('the filters', () => {
  it('by state is a menu of checkboxes, and a chip takes it away', async () => {
    await show({ lists: two });
    await userEvent.click(button('Filter by State'));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'CPU autoscaling' }));
    expect(url()).toHaveTextContent('?state=cpuAutoscaling');
    expect(rows()).toEqual(['phi']);
    await userEvent.click(button(/^Close CPU autoscaling/));
    expect(url()).toBeEmptyDOMElement();
  });

  it('by label takes what is typed, at the Enter key', async () => {
    await show({ lists: two });
    await userEvent.type(screen.getByRole('textbox', { name: 'Filter by label' }), 'tier=gold{Enter}');
    expect(url()).toHaveTextContent('?label=tier=gold');
    expect(rows()).toEqual(['llama']);
  });

  it('by project is there only where there are several', async () => {
    await show({}, 'team-a');
    expect(screen.queryByRole('button', { name: 'Filter by Project' })).not.toBeInTheDocument();
  });
});

it('hides columns that this user does not want', async () => {
  await show();
  await userEvent.click(button('Manage columns'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Manage columns' }));
  expect(dialog.getByRole('checkbox', { name: 'Mode' })).not.toBeChecked();
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Mode' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: 'GPUs' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(screen.queryByRole('columnheader', { name: 'GPUs' })).not.toBeInTheDocument();
  expect(screen.getByText('more than 2 per replica waiting')).toBeInTheDocument();
});

it('exports what the filters let through', async () => {
  await show({ lists: two }, undefined, '/?name=llama');
  await userEvent.click(button('Export CSV'));
  await waitFor(() => {
    expect(download).toHaveBeenCalledTimes(1);
  });
  const [name, type, text] = jest.mocked(download).mock.calls[0] ?? [];
  expect(name).toMatch(/^autoscaling-[\dT-]+\.csv$/);
  expect(type).toBe('text/csv;charset=utf-8');
  const [head, first, ...rest] = text?.split('\r\n') ?? [];
  expect(head).toContain('Name,Project,State,');
  expect(first).toMatch(/^llama,team-a,.*,7,12,2,1,2,1,3,2,0,2026-01-01T00:00:00.000Z$/);
  expect(rest).toEqual(['']);
});

describe('the menu of a row', () => {
  it('leads to the policy and to the objects, and pauses', async () => {
    const around = await show();
    await userEvent.click(button('Actions for llama'));
    const edit = await screen.findByRole('menuitem', { name: 'Edit policy' });
    expect(edit).toHaveAttribute('href', '/llm-autoscaling/ns/team-a/inferenceservices/llama/policy');
    const names = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(names).toEqual([
      'Edit policy',
      'Pause',
      'Open in Metrics',
      'Open InferenceService',
      'Open ScaledObject',
      'Open HPA',
      'YAML',
    ]);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Pause' }));
    await waitFor(() => {
      expect(around.patches).toHaveLength(2);
    });
    expect(screen.getByRole('switch', { name: 'Autoscaling of llama' })).toBeDisabled();
  });
});

describe('the refresh', () => {
  it('is kept in the URL, and sets the clock of the page', async () => {
    const setPace = jest.spyOn(pollClock, 'setPace');
    await show();
    expect(setPace).toHaveBeenLastCalledWith(30_000);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Refresh interval' }), 'Refresh off');
    expect(url()).toHaveTextContent('?refresh=off');
    expect(setPace).toHaveBeenLastCalledWith(undefined);
    expect(screen.getByText(/^Updated \d+ sec\. ago$/)).toBeInTheDocument();
  });
});

it('asks Prometheus four times for all models, once of it for their history', async () => {
  const { asked } = await show({ lists: two });
  expect(
    await screen.findByRole('img', { name: /at most 7; more than 4 add a replica/ }),
  ).toBeInTheDocument();
  expect(asked).toHaveLength(4);
  const ranges = asked.filter((one) => one.includes('query_range'));
  expect(ranges).toHaveLength(1);
  const { searchParams } = new URL(ranges[0] ?? '', 'http://console');
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(searchParams.get(name)));
  expect(((end ?? 0) - (start ?? 0)) / (step ?? 1) + 1).toBe(60);
});
