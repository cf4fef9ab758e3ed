import '../../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { KubernetesEvent } from '../../../resources/event';
import { aServedModel } from '../../../resources/testObjects';
import { anEvent } from '../../../resources/testPods';
import { Events } from './Events';

jest.mock('../../../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useAccessReview: jest.fn(),
  ResourceLink: (props: { name: string; groupVersionKind: sdk.K8sGroupVersionKind }) => {
    const { group = 'core', version, kind } = props.groupVersionKind;
    return <a href={`/${group}~${version}~${kind}/${props.name}`}>{props.name}</a>;
  },
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const scheduled = anEvent(
  {
    involvedObject: { apiVersion: 'v1', kind: 'Pod', name: 'llama-predictor-abc-x1y2z' },
    reason: 'Scheduled',
    message: 'Assigned to gpu-1',
    lastTimestamp: minutesAgo(5.5),
  },
  { uid: 'a' },
);
const refused = anEvent(
  {
    type: 'Warning',
    involvedObject: { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: 'llama-predictor' },
    reason: 'KEDAScalerFailed',
    message: 'no such host',
    firstTimestamp: minutesAgo(30),
    lastTimestamp: minutesAgo(2.5),
    count: 12,
    source: { component: 'keda-operator' },
  },
  { uid: 'b' },
);

interface Cluster {
  events?: KubernetesEvent[];
  loaded?: boolean;
  error?: unknown;
  may?: boolean;
}

function show({ events = [], loaded = true, error, may = true }: Cluster) {
  jest.mocked(sdk.useK8sWatchResource).mockReturnValue([events, loaded, error] as never);
  jest.mocked(sdk.useAccessReview).mockReturnValue([may, false]);
  render(<Events model={aServedModel()} />);
}

const rows = () => screen.getAllByRole('row').slice(1);

describe('Events', () => {
  it('shows one stream of all objects, newest first, each with its object and how often it happened', () => {
    show({ events: [scheduled, refused] });
    const [first, second] = rows();
    expect(rows()).toHaveLength(2);
    expect(first).toHaveTextContent('2 min. ago');
    expect(first).toHaveTextContent(
      /Warning.*KEDAScalerFailed no such hostfrom keda-operator · 12 times since/,
    );
    expect(within(first ?? document.body).getByRole('link')).toHaveAttribute(
      'href',
      '/keda.sh~v1alpha1~ScaledObject/llama-predictor',
    );
    expect(second).toHaveTextContent(/5 min. ago.*Normal.*Scheduled Assigned to gpu-1/);
    expect(within(second ?? document.body).getByRole('link')).toHaveAttribute(
      'href',
      '/core~v1~Pod/llama-predictor-abc-x1y2z',
    );
    expect(screen.getByText('2 events')).toBeInTheDocument();
  });

  it('is filtered by type and by words, and says when nothing is left', async () => {
    show({ events: [scheduled, refused] });
    await userEvent.click(screen.getByRole('button', { name: 'Warning' }));
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent('KEDAScalerFailed');
    await userEvent.type(screen.getByRole('textbox', { name: 'Search in the events' }), 'gpu-1');
    expect(screen.getByText('No event matches')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(rows()[0]).toHaveTextContent('Assigned to gpu-1');
  });

  it('draws the newest 200 and says that there are more', () => {
    const many = Array.from({ length: 230 }, (_, index) =>
      anEvent(
        { message: `number ${String(index)}`, lastTimestamp: minutesAgo(index) },
        { uid: String(index) },
      ),
    );
    show({ events: many });
    const messages = screen.getAllByText(/^number/).map(({ textContent }) => textContent);
    expect(messages).toHaveLength(200);
    expect(messages[0]).toContain('number 0');
    expect(screen.getByText('The newest 200 of 230 events')).toBeInTheDocument();
  });

  it.each<[string, Cluster, string]>([
    ['loading', { loaded: false }, 'Loading the events'],
    ['without events', {}, 'No events'],
    ['without the right', { may: false }, 'You cannot see the events here'],
    [
      'when the read fails',
      { loaded: false, error: Object.assign(new Error('no route'), { code: 500 }) },
      'The events could not be read',
    ],
  ])('says so %s', (_what, cluster, text) => {
    show(cluster);
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});
