import '../jsdomGaps';
import { render, screen } from '@testing-library/react';
import type { ModelChanges } from '../data/useModelChanges';
import { anInferenceService, aServedModel } from '../resources/testObjects';
import { TurnOn } from './TurnOn';

jest.mock('../i18n', () => ({
  useT:
    () =>
    (key: string, facts: Record<string, unknown> = {}) =>
      key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name])),
}));

const changes = { busy: false } as unknown as ModelChanges;
const cpu = { type: 'Resource' as const, resource: { name: 'cpu' } };

it('says that a CPU metric is kept, and nothing of it where there is none', () => {
  const annotations = { 'serving.kserve.io/autoscalerClass': 'hpa' };
  const model = aServedModel({
    inferenceService: anInferenceService({ autoScaling: { metrics: [cpu] } }, { annotations }),
  });
  const { unmount } = render(<TurnOn model={model} changes={changes} now={0} onClose={jest.fn()} />);
  expect(screen.getByText(/keeps its other metrics \(cpu\)/)).toBeInTheDocument();
  unmount();
  render(<TurnOn model={aServedModel()} changes={changes} now={0} onClose={jest.fn()} />);
  expect(screen.queryByText(/keeps its other metrics/)).toBeNull();
});
