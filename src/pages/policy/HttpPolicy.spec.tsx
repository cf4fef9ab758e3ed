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
    owner === undefined ? {} : { ownerReferences: [owner] },
  );
  render(
    <MemoryRouter>
      <HttpPolicy model={aServedModel({ scaledObject })} scaledObject={scaledObject} />
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
    jest.mocked(sdk.k8sPatch).mockReset().mockResolvedValue({});
  });

  it('saves what is typed as one patch of the ScaledObject, tried before', async () => {
    show();
    expect(screen.getByLabelText('Minimum replicas')).toHaveValue(0);
    expect(save()).toHaveAttribute('aria-disabled', 'true');
    await fill('Maximum replicas', '5');
    await fill('Add replicas above', '2.5');
    await userEvent.click(save());
    const [dryRun, write] = jest.mocked(sdk.k8sPatch).mock.calls.map(([options]) => options);
    expect(dryRun?.queryParams).toMatchObject({ dryRun: 'All' });
    expect(write?.model.kind).toBe('ScaledObject');
    expect(write?.data).toEqual([
      { op: 'test', path: '/spec/maxReplicaCount', value: 3 },
      { op: 'add', path: '/spec/maxReplicaCount', value: 5 },
      { op: 'test', path: '/spec/triggers/1', value: triggers[1] },
      { op: 'add', path: '/spec/triggers/1/metadata/threshold', value: '2.5' },
    ]);
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
    expect(screen.getByLabelText('Minimum replicas')).toBeDisabled();
    expect(save()).toHaveAttribute('aria-disabled', 'true');
  });
});
