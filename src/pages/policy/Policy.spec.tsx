import '../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { applyPatch, type Operation } from 'fast-json-patch';
import { MemoryRouter } from 'react-router';
import type { InferenceService } from '../../resources/inferenceService';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aScaledObject,
} from '../../resources/testObjects';
import type * as followThrough from '../../data/useFollowThrough';
import { savePolicy } from '../../data/useFollowThrough';
import { Policy } from './Policy';

jest.mock('../../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useK8sModel: jest.fn(() => [{}, false]),
  useAccessReview: jest.fn(),
  consoleFetchJSON: jest.fn(),
  k8sPatch: jest.fn(),
  k8sDelete: jest.fn(),
  k8sListItems: jest.fn(),
}));

jest.mock('../../data/useFollowThrough', () => {
  const actual = jest.requireActual<typeof followThrough>('../../data/useFollowThrough');
  return { ...actual, savePolicy: jest.fn(actual.savePolicy) };
});

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const kinds = new Map<string, unknown[]>();

function watch(inferenceService: InferenceService, hpas = [aKedaHpa()]) {
  kinds.set('InferenceService', [inferenceService]);
  kinds.set('ScaledObject', [aScaledObject()]);
  kinds.set('HorizontalPodAutoscaler', hpas);
  kinds.set('Deployment', [aDeployment()]);
  kinds.set('Pod', []);
  const lists = new Map(kinds);
  jest.mocked(sdk.useK8sWatchResource).mockImplementation((resource) => {
    return [lists.get(resource?.groupVersionKind?.kind ?? ''), true, ''] as never;
  });
}

/** The server: it tries patches on what is stored, and answers what it would store. */
function serve(inferenceService: InferenceService) {
  jest.mocked(sdk.k8sPatch).mockImplementation(({ data }) => {
    return Promise.resolve(applyPatch(inferenceService, data as Operation[], true, false).newDocument);
  });
}

function page() {
  return (
    <MemoryRouter>
      <Policy namespace="team-a" name="llama" />
    </MemoryRouter>
  );
}

function show(inferenceService = anInferenceService(), denied: string[] = [], hpas = [aKedaHpa()]) {
  watch(inferenceService, hpas);
  serve(inferenceService);
  jest.mocked(sdk.useAccessReview).mockImplementation(({ verb = '', resource = '' }) => {
    return [!denied.includes(`${verb} ${resource}`), false];
  });
  jest.mocked(sdk.consoleFetchJSON).mockImplementation((url) => {
    const series = url.includes('num_requests') ? [{ metric: {}, value: [1, '24'] }] : [];
    return Promise.resolve({ data: { result: series } });
  });
  const view = render(page());
  return (next: InferenceService) => {
    watch(next);
    view.rerender(page());
  };
}

async function type(label: string | RegExp, text: string) {
  const field = screen.getByRole('spinbutton', { name: label });
  await userEvent.clear(field);
  if (text !== '') await userEvent.type(field, text);
  return field;
}

const save = () => screen.getByRole('button', { name: 'Save' });

describe('Policy', () => {
  beforeEach(() => {
    jest.mocked(sdk.k8sPatch).mockReset();
  });

  it('says what a change does while it is typed, and that the server accepts it', async () => {
    show();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('No restart: only the autoscaler changes.')).toBeInTheDocument();
    await type('Maximum replicas', '8');
    expect(await screen.findByText(/24 \/ 2 = 12, limited to 8\. 1 -> 8 replicas/)).toBeInTheDocument();
    expect(screen.getByText('Up to 8 GPUs.')).toBeInTheDocument();
    expect(screen.getByText('3 -> 8')).toBeInTheDocument();
    expect(await screen.findByText(/The server accepts this/)).toBeInTheDocument();
    expect(jest.mocked(sdk.k8sPatch).mock.calls[0]?.[0].queryParams).toEqual({
      fieldManager: 'llm-autoscaling',
      dryRun: 'All',
      fieldValidation: 'Strict',
    });
    expect(save()).not.toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    expect(screen.getByLabelText('Changed YAML')).toHaveTextContent('- maxReplicas: 3 + maxReplicas: 8');
  });

  it('names what is wrong at its field, and asks the server nothing', async () => {
    show();
    const field = await type('Minimum replicas', '0');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/the model would never wake/);
    await type('Add replicas above', '0');
    expect(screen.getByText('The threshold must be above 0.')).toBeInTheDocument();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
    expect(sdk.k8sPatch).not.toHaveBeenCalled();
  });

  it('shows the words with which the server refuses', async () => {
    show();
    const refusal = Object.assign(new Error(), { code: 400, json: { message: 'webhook says no' } });
    jest.mocked(sdk.k8sPatch).mockRejectedValue(refusal);
    await type('Maximum replicas', '8');
    expect(await screen.findByText('webhook says no')).toBeInTheDocument();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
  });

  it('keeps what is typed when the model changes underneath, and shows both', async () => {
    const update = show();
    const max = await type('Maximum replicas', '8');
    update(anInferenceService({ minReplicas: 2, maxReplicas: 5 }, { resourceVersion: '8' }));
    expect(max).toHaveValue(8);
    expect(screen.getByRole('spinbutton', { name: 'Minimum replicas' })).toHaveValue(2);
    expect(screen.getByText('Maximum replicas: stored now 5, typed 8.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take what is stored' }));
    expect(max).toHaveValue(5);
    expect(screen.queryByText(/Somebody changed/)).not.toBeInTheDocument();
  });

  it('adds and removes triggers', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a trigger' }));
    const second = within(screen.getByRole('group', { name: 'Trigger 2' }));
    expect(second.getByRole('combobox')).toHaveValue('waitingAndRunning');
    const threshold = second.getByRole('spinbutton', { name: /Add replicas above/ });
    await userEvent.clear(threshold);
    await userEvent.type(threshold, '7');
    await userEvent.selectOptions(second.getByRole('combobox'), 'query');
    expect(threshold).toHaveValue(7);
    await userEvent.clear(second.getByRole('textbox', { name: 'Query' }));
    expect(second.getByText('Enter a query.')).toBeInTheDocument();
    await userEvent.click(second.getByRole('button', { name: 'Remove trigger' }));
    expect(screen.queryByRole('group', { name: 'Trigger 2' })).not.toBeInTheDocument();
  });

  it('tests a query as KEDA sees it', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Test the query' }));
    expect(await screen.findByText('1 series, value 24')).toBeInTheDocument();
  });

  it('saves, and says what the cluster made of it', async () => {
    show();
    jest.mocked(sdk.k8sListItems).mockResolvedValue([]);
    await type('Maximum replicas', '8');
    await screen.findByText(/The server accepts this/);
    await userEvent.click(save());
    expect(await screen.findByText('The model was deleted.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('The model was deleted.')).not.toBeInTheDocument();
  });

  it('says once that KServe’s HPA could not be removed, and that the rest is saved', async () => {
    show(anInferenceService(), [], [aKedaHpa(), aKserveHpa()]);
    const refusal = Object.assign(new Error(), { code: 403, json: { message: 'may not delete' } });
    jest.mocked(sdk.k8sDelete).mockRejectedValue(refusal);
    jest.mocked(sdk.k8sListItems).mockRejectedValue(new Error('no answer'));
    await type('Maximum replicas', '8');
    expect(screen.getByText(/Removed: HorizontalPodAutoscaler llama-predictor/)).toBeInTheDocument();
    await screen.findByText(/The server accepts this/);
    await userEvent.click(save());
    expect(await screen.findAllByText('may not delete')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('may not delete')).not.toBeInTheDocument();
  });

  it('says which right is missing', async () => {
    show(anInferenceService(), ['patch inferenceservices']);
    await type('Maximum replicas', '8');
    await userEvent.hover(save());
    expect(await screen.findByText(/You need the right to patch inferenceservices/)).toBeInTheDocument();
  });

  it('asks before a link leaves what was typed', async () => {
    show();
    const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false);
    const link = document.body.appendChild(document.createElement('a'));
    link.href = '#elsewhere';
    await userEvent.click(link);
    expect(confirm).not.toHaveBeenCalled();
    await type('Maximum replicas', '8');
    link.href = '#further';
    await userEvent.click(link);
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(window.location.hash).toBe('#elsewhere');
    link.remove();
  });

  it('asks nothing once it is written, before the watch shows it', async () => {
    show();
    const confirm = jest.spyOn(window, 'confirm').mockReset().mockReturnValue(false);
    const link = document.body.appendChild(document.createElement('a'));
    await type('Maximum replicas', '8');
    expect(await screen.findByText(/The server accepts this/)).toBeInTheDocument();
    jest.mocked(savePolicy).mockResolvedValueOnce({ step: 'write', code: 'failed', message: 'lost' });
    await userEvent.click(save());
    link.href = '#refused';
    await userEvent.click(link);
    expect(confirm).toHaveBeenCalledTimes(1);
    jest.mocked(savePolicy).mockResolvedValueOnce(undefined);
    await userEvent.click(save());
    link.href = '#written';
    await userEvent.click(link);
    expect(window.location.hash).toBe('#written');
    await type('Maximum replicas', '9');
    link.href = '#typed-again';
    await userEvent.click(link);
    expect(confirm).toHaveBeenCalledTimes(2);
    link.remove();
  });
});
