import '../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { pausedAnnotation } from '../../resources/pause';
import { aDeployment, aKedaHpa, anInferenceService, aScaledObject } from '../../resources/testObjects';
import { Model } from './Model';
import { useLiveReplicas } from './useLiveReplicas';

jest.mock('../../i18n', () => ({ useT: () => translate }));
jest.mock('./useLiveReplicas', () => {
  const actual: { useLiveReplicas: typeof useLiveReplicas } = jest.requireActual('./useLiveReplicas');
  return { useLiveReplicas: jest.fn(actual.useLiveReplicas) };
});
jest.mock('./ScalingGraphs', () => ({ ScalingGraphs: () => <p>graphs</p> }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useK8sModel: jest.fn(() => [{}, false]),
  useAccessReview: jest.fn(),
  consoleFetchJSON: jest.fn(),
  k8sPatch: jest.fn(),
  k8sDelete: jest.fn(),
  k8sListItems: jest.fn(),
  useUserPreference: jest.fn((_key: string, usual: unknown) => [usual, jest.fn(), true]),
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const list = (...data: unknown[]) => ({ data, loaded: true, loadError: '' });

/** The list that a watch asks for; each list is watched by its kind. */
function watchedList(lists: object, watch: sdk.WatchK8sResource | null) {
  const kind = watch?.groupVersionKind?.kind ?? '';
  const name = kind === 'Pod' ? 'pendingPods' : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}s`;
  return (lists as Record<string, { data: unknown[]; loaded: boolean; loadError: unknown }>)[name] ?? list();
}

function lists(max = 3, annotations: Record<string, string> = {}) {
  const paused = Object.keys(annotations).length > 0;
  return {
    inferenceServices: list(anInferenceService({ maxReplicas: max })),
    scaledObjects: list(aScaledObject({ maxReplicaCount: max }, { annotations })),
    horizontalPodAutoscalers: paused ? list() : list(aKedaHpa({}, { maxReplicas: max })),
    deployments: list(aDeployment()),
    pendingPods: list(),
  };
}

function Url() {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

function page() {
  return (
    <MemoryRouter initialEntries={['/?range=3h']}>
      <Model namespace="team-a" name="llama" />
      <Url />
    </MemoryRouter>
  );
}

function watch(next: object) {
  jest.mocked(sdk.useK8sWatchResource).mockImplementation((resource) => {
    const { data, loaded, loadError } = watchedList(next, resource);
    return [data, loaded, loadError] as never;
  });
  // The server has what the watch shows.
  jest.mocked(sdk.k8sListItems).mockImplementation(({ model: { kind }, queryParams }) => {
    const { data } = watchedList(next, { groupVersionKind: { kind, version: '' } });
    const [, name] = String(queryParams.fieldSelector).split('metadata.name=');
    return Promise.resolve(
      data.filter((one) => name === undefined || (one as sdk.K8sResourceCommon).metadata?.name === name),
    ) as never;
  });
}

function show(next: object = lists(), denied: string[] = []) {
  watch(next);
  jest.mocked(sdk.useAccessReview).mockImplementation(({ verb = '', resource = '' }) => {
    return [!denied.includes(`${verb} ${resource}`), false];
  });
  jest.mocked(sdk.consoleFetchJSON).mockImplementation((url) => {
    const parameters = new URL(url, 'https://console').searchParams;
    const end = Number(parameters.get('end'));
    const lines = [...(parameters.get('query') ?? '').matchAll(/"line", "(\w+)"/g)].map(([, line]) => line);
    const result = lines.map((line) => ({
      metric: { line },
      values: [[end, line === 'waiting' ? '24' : '1']],
    }));
    return Promise.resolve({ data: { result } });
  });
  const view = render(page());
  return () => {
    view.rerender(page());
  };
}

describe('Model', () => {
  beforeEach(() => {
    jest.mocked(sdk.k8sPatch).mockReset().mockResolvedValue({});
  });

  it('says how the model scales, with the numbers of now, and draws its graphs', async () => {
    show();
    expect(await screen.findByText('graphs')).toBeInTheDocument();
    expect(
      screen.getByText(/Adds replicas when more than 2 requests wait per replica, between 1 and 3/),
    ).toBeInTheDocument();
    expect(await screen.findByText('Now 24 / 2 = 12, limited to 3.')).toBeInTheDocument();
  });

  it('takes the time range from the URL and puts another one there', async () => {
    show();
    const select = screen.getByRole('combobox', { name: 'Time range' });
    expect(select).toHaveValue('3h');
    await userEvent.selectOptions(select, '15m');
    expect(screen.getByRole('status')).toHaveTextContent('?range=15m');
  });

  it('remembers what it saw of the replicas while another part of the page was looked at', async () => {
    const update = show();
    watch({ ...lists(), deployments: list(aDeployment(3)) });
    update();
    await userEvent.click(screen.getByRole('tab', { name: 'Events' }));
    await userEvent.click(screen.getByRole('tab', { name: 'Overview' }));
    expect(await screen.findByText('graphs')).toBeInTheDocument();
    expect(jest.mocked(useLiveReplicas).mock.results.at(-1)).toMatchObject({
      value: [{ replicas: 1 }, { replicas: 3 }],
    });
  });

  it('leads to the page of its policy', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Edit policy' }));
    expect(screen.getByRole('status')).toHaveTextContent(
      '/llm-autoscaling/ns/team-a/inferenceservices/llama/policy',
    );
  });

  it('pauses and resumes', async () => {
    const update = show();
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    watch(lists(3, { [pausedAnnotation]: 'true' }));
    update();
    expect(await screen.findByText(/Autoscaling is paused: the replicas stay/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Resume' })).toBeInTheDocument();
  });

  it('says on focus which right is missing', async () => {
    show(lists(), ['patch inferenceservices']);
    const edit = screen.getByRole('button', { name: 'Edit policy' });
    expect(edit).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(edit);
    expect(
      await screen.findByText(
        'You need the right to patch inferenceservices.serving.kserve.io in the project team-a.',
      ),
    ).toBeInTheDocument();
  });

  it('says that there is no such model', () => {
    show({ ...lists(), inferenceServices: list() });
    expect(screen.getByText('There is no model llama')).toBeInTheDocument();
  });
});
