import '../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import * as findings from '../consequences/findings';
import type { ServedModel } from '../resources/servedModel';
import { aKserveHpa, anInferenceService, aScaledObject, aServedModel } from '../resources/testObjects';
import { Findings } from './Findings';

jest.mock('../consequences/findings', () => {
  const real = jest.requireActual<typeof findings>('../consequences/findings');
  return { findingsOf: jest.fn(real.findingsOf) };
});
jest.mock('../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useAccessReview: jest.fn(),
  k8sPatch: jest.fn(),
  k8sDelete: jest.fn(() => new Promise(() => undefined)),
  k8sListItems: jest.fn(),
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

function show(model: ServedModel, denied: string[] = []) {
  jest.mocked(sdk.useAccessReview).mockImplementation(({ verb = '', resource = '' }) => {
    return [!denied.includes(`${verb} ${resource}`), false];
  });
  render(
    <MemoryRouter>
      <Findings model={model} neighbours={new Map()} now={Date.UTC(2026, 0, 1)} unread={false} />
    </MemoryRouter>,
  );
}

const none = { annotations: { 'serving.kserve.io/autoscalerClass': 'none' } };
const orphan = aServedModel({ inferenceService: anInferenceService({}, none) });

it('says nothing where nothing is wrong', () => {
  show(aServedModel());
  expect(screen.queryByRole('heading')).toBeNull();
});

it.each([
  ['ScaledObject', orphan, 'Delete the ScaledObject', /class is none, but KEDA still scales/],
  ['HPA', aServedModel({ kserveHpa: aKserveHpa() }), 'Remove the HPA', /With two HPAs on its pods/],
])('removes a %s that was left behind after a question', async (_case, model, act, reason) => {
  jest.mocked(sdk.k8sDelete).mockClear();
  show(model);
  expect(screen.getByText(reason)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: act }));
  expect(sdk.k8sDelete).not.toHaveBeenCalled();
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('No pod restarts.');
  const confirm = screen
    .getAllByRole('button', { name: act, hidden: true })
    .find((one) => dialog.contains(one));
  await userEvent.click(confirm ?? dialog);
  expect(sdk.k8sDelete).toHaveBeenCalledTimes(1);
});

it('says which right is missing, and asks for nothing', async () => {
  show(orphan, ['delete scaledobjects']);
  expect(
    screen.getByText('You need the right to delete scaledobjects.keda.sh in the project team-a.'),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Delete the ScaledObject' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('names what was edited by hand', () => {
  show(aServedModel({ scaledObject: aScaledObject({ maxReplicaCount: 9 }) }));
  expect(screen.getByText('maxReplicaCount: 9, where the model asks for 3')).toBeInTheDocument();
});

it('looks anew for what is wrong each half minute, and not with each tick', () => {
  const model = aServedModel();
  const neighbours = new Map();
  const at = (now: number) => (
    <MemoryRouter>
      <Findings model={model} neighbours={neighbours} now={now} unread={false} />
    </MemoryRouter>
  );
  jest.mocked(sdk.useAccessReview).mockReturnValue([true, false]);
  const view = render(at(60_000));
  jest.mocked(findings.findingsOf).mockClear();
  view.rerender(at(89_000));
  expect(findings.findingsOf).not.toHaveBeenCalled();
  view.rerender(at(90_000));
  expect(findings.findingsOf).toHaveBeenCalledTimes(1);
});
