import '../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { pausedAnnotation } from '../../resources/pause';
import { aDeployment, aKedaHpa, anInferenceService, aScaledObject } from '../../resources/testObjects';
import { Model } from './Model';

jest.mock('../../i18n', () => ({ useT: () => translate }));
jest.mock('./ScalingGraphs', () => ({ ScalingGraphs: () => <p>graphs</p> }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useK8sModel: jest.fn(() => [{}, false]),
  useAccessReview: jest.fn(),
  consoleFetchJSON: jest.fn(),
  k8sPatch: jest.fn(),
  k8sDelete: jest.fn(),
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
  return <output>{useLocation().search}</output>;
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
}

function show(next: object = lists(), denied: string[] = []) {
  watch(next);
  jest.mocked(sdk.useAccessReview).mockImplementation(({ verb = '', resource = '' }) => {
    return [!denied.includes(`${verb} ${resource}`), false];
  });
  jest.mocked(sdk.consoleFetchJSON).mockImplementation((url) => {
    const end = Number(new URL(url, 'https://console').searchParams.get('end'));
    const value = url.includes('waiting') ? '24' : '1';
    return Promise.resolve({ data: { result: [{ metric: {}, values: [[end, value]] }] } });
  });
  const view = render(page());
  return () => {
    view.rerender(page());
  };
}

async function saveMaximum(value: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Edit autoscaling of llama' }));
  const field = dialog.getByRole('spinbutton', { name: /Maximum replicas/ });
  await userEvent.clear(field);
  await userEvent.type(field, value);
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  return { dialog, field };
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
    expect(screen.getByText('Now 24 / 2 = 12, limited to 3.')).toBeInTheDocument();
  });

  it('takes the time range from the URL and puts another one there', async () => {
    show();
    const select = screen.getByRole('combobox', { name: 'Time range' });
    expect(select).toHaveValue('3h');
    await userEvent.selectOptions(select, '15m');
    expect(screen.getByRole('status')).toHaveTextContent('?range=15m');
  });

  it('says that the edit is saved only when the watched objects carry it', async () => {
    const update = show();
    await saveMaximum('6');
    const calls = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
    expect(calls.map(({ queryParams }) => queryParams)).toEqual([{ dryRun: 'All' }, undefined]);
    expect(calls[1]?.data).toContainEqual({ op: 'add', path: '/spec/predictor/maxReplicas', value: 6 });
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    watch(lists(6));
    update();
    expect(await screen.findByText(/Saved: ScaledObject and HPA carry the new values/)).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('keeps the form when the dry run is refused, and writes nothing', async () => {
    show();
    jest
      .mocked(sdk.k8sPatch)
      .mockRejectedValue(Object.assign(new Error(), { code: 400, json: { message: 'webhook says no' } }));
    const { dialog, field } = await saveMaximum('6');
    expect(await dialog.findByText('webhook says no')).toBeInTheDocument();
    expect(field).toHaveValue(6);
    expect(sdk.k8sPatch).toHaveBeenCalledTimes(1);
  });

  it('sets the pause again that an edit has wiped', async () => {
    const update = show(lists(3, { [pausedAnnotation]: 'true' }));
    await saveMaximum('6');
    watch({ ...lists(6), horizontalPodAutoscalers: list(aKedaHpa({}, { maxReplicas: 6 })) });
    update();
    await screen.findByText(/Saved/);
    const last = jest.mocked(sdk.k8sPatch).mock.calls.at(-1)?.[0];
    expect(last?.model.plural).toBe('scaledobjects');
    expect(JSON.stringify(last?.data)).toContain('autoscaling.keda.sh~1paused');
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
    const edit = screen.getByRole('button', { name: 'Edit' });
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
