import '../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import type { OwnerReference } from '../../resources/object';
import { aScaledObject, aServedModel } from '../../resources/testObjects';
import { HttpPolicy } from './HttpPolicy';

jest.mock('../../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useAccessReview: jest.fn(),
  consoleFetchJSON: jest.fn(),
  k8sPatch: jest.fn(),
  k8sDelete: jest.fn(),
  k8sListItems: jest.fn(() => new Promise(() => undefined)),
  k8sGet: jest.fn(() => new Promise(() => undefined)),
}));

jest.mock('../../data/useGpuRoom', () => ({ useGpuRoom: () => ({}) }));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const triggers = [
  { type: 'external-push', metadata: {} },
  { type: 'prometheus', metadata: { threshold: '2' } },
];

function show({ allowed = true, owner }: { allowed?: boolean; owner?: OwnerReference } = {}) {
  jest.mocked(sdk.useAccessReview).mockReturnValue([allowed, false]);
  const scaledObject = aScaledObject(
    { minReplicaCount: 0, maxReplicaCount: 3, triggers },
    { resourceVersion: '7', ...(owner && { ownerReferences: [owner] }) },
  );
  render(
    <MemoryRouter>
      <HttpPolicy model={aServedModel({ scaledObject })} scaledObject={scaledObject} menu={null} />
    </MemoryRouter>,
  );
}

const fill = async (label: string, text: string): Promise<void> => {
  const field = screen.getByRole('spinbutton', { name: label });
  await userEvent.clear(field);
  await userEvent.type(field, text);
};
const save = () => screen.getByRole('button', { name: 'Save' });

describe('HttpPolicy', () => {
  beforeEach(() => {
    jest.mocked(sdk.k8sPatch).mockReset().mockResolvedValue(aScaledObject());
    jest.mocked(sdk.k8sGet).mockResolvedValue(aScaledObject({}, { resourceVersion: '7' }));
  });

  it('saves what is typed as one patch of the ScaledObject, tried before', async () => {
    show();
    expect(screen.getByLabelText('Minimum replicas')).toHaveValue(0);
    expect(save()).toHaveAttribute('aria-disabled', 'true');
    await fill('Maximum replicas', '5');
    await fill('Add replicas above', '2.5');
    await fill('Idle time until it sleeps, seconds', '900');
    await userEvent.click(save());
    const sent = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
    const write = sent.at(-1);
    expect(sent.at(-2)?.queryParams).toMatchObject({ dryRun: 'All' });
    expect(write?.queryParams).not.toHaveProperty('dryRun');
    expect(write?.model.kind).toBe('ScaledObject');
    expect(write?.data).toEqual([
      { op: 'test', path: '/spec/maxReplicaCount', value: 3 },
      { op: 'add', path: '/spec/maxReplicaCount', value: 5 },
      { op: 'test', path: '/metadata/resourceVersion', value: '7' },
      { op: 'add', path: '/spec/cooldownPeriod', value: 900 },
      { op: 'test', path: '/spec/triggers/1', value: triggers[1] },
      { op: 'add', path: '/spec/triggers/1/metadata/threshold', value: '2.5' },
    ]);
  });

  it('shows what changes, as fields and as YAML, and that the server accepts it', async () => {
    const after = aScaledObject({ minReplicaCount: 0, maxReplicaCount: 5, triggers });
    jest.mocked(sdk.k8sPatch).mockResolvedValue(after);
    show();
    expect(screen.queryByText('Changes')).not.toBeInTheDocument();
    await fill('Maximum replicas', '5');
    expect(screen.getByText('maxReplicaCount')).toBeInTheDocument();
    expect(screen.getByText('3 -> 5')).toBeInTheDocument();
    expect(await screen.findByText(/The server accepts this/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    expect(screen.getByLabelText('Changed YAML')).toHaveTextContent(
      '- maxReplicaCount: 3 + maxReplicaCount: 5',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(screen.getByLabelText('Maximum replicas')).toHaveValue(3);
  });

  it('shows the words with which KEDA’s webhook refuses, before anything is written', async () => {
    const refusal = Object.assign(new Error(), { code: 403, json: { message: 'admission webhook says no' } });
    jest.mocked(sdk.k8sPatch).mockRejectedValue(refusal);
    show();
    await fill('Maximum replicas', '5');
    expect(await screen.findByText('admission webhook says no')).toBeInTheDocument();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
  });

  it('says which seconds count where none are set', () => {
    show();
    expect(screen.getByLabelText('Idle time until it sleeps, seconds')).toHaveAttribute(
      'placeholder',
      'not set: 300 s',
    );
    expect(screen.getByLabelText('The same before the first request, seconds')).toHaveAttribute(
      'placeholder',
      'not set: 0 s',
    );
  });

  it('says what cannot be saved', async () => {
    show();
    await fill('Maximum replicas', '0');
    expect(screen.getByText('At least 1.')).toBeInTheDocument();
    await userEvent.click(save());
    expect(sdk.k8sPatch).not.toHaveBeenCalled();
  });

  it('asks for the right to patch ScaledObjects', () => {
    show({ allowed: false });
    expect(save()).toHaveAttribute('aria-disabled', 'true');
    expect(jest.mocked(sdk.useAccessReview).mock.calls[0]?.[0]).toMatchObject({
      verb: 'patch',
      resource: 'scaledobjects',
    });
  });

  it('is read-only where an older add-on makes the ScaledObject', () => {
    show({
      owner: { apiVersion: 'http.keda.sh/v1alpha1', kind: 'HTTPScaledObject', name: 'llama-http', uid: '1' },
    });
    expect(screen.getByText('The HTTPScaledObject llama-http holds these values')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open its YAML' })).toHaveAttribute(
      'href',
      '/k8s/ns/team-a/http.keda.sh~v1alpha1~HTTPScaledObject/llama-http/yaml',
    );
    expect(screen.queryByText(/is edited here/)).not.toBeInTheDocument();
    expect(screen.getByLabelText('Minimum replicas')).toBeDisabled();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
  });
});
