import '../../../jsdomGaps';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { aServedModel } from '../../../resources/testObjects';
import { FinalStrip } from './FinalStrip';
import { LoadTests } from './LoadTests';

jest.mock('../../../i18n', () => ({ useT: () => translate }));
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  useK8sWatchResource: jest.fn(),
  useAccessReview: jest.fn(),
}));

function translate(key: string, facts: Record<string, unknown> = {}) {
  return key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]));
}

function Url() {
  return <output>{useLocation().search}</output>;
}

function show(url: string, watched: [data: unknown[], loaded: boolean, error?: unknown], allowed = true) {
  jest.mocked(sdk.useAccessReview).mockReturnValue([allowed, false]);
  jest.mocked(sdk.useK8sWatchResource).mockReturnValue(watched as never);
  render(
    <MemoryRouter initialEntries={[url]}>
      <LoadTests model={aServedModel()} load={undefined} live={[]} />
      <Url />
    </MemoryRouter>,
  );
}

describe('LoadTests', () => {
  it('says that there is no test of the name in the URL, and how to go on', async () => {
    show('/?loadtest=gone', [[], true]);
    expect(screen.getByText(/This model has no load test gone/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(screen.queryByText(/no load test/)).not.toBeInTheDocument();
  });

  it('says which right is missing', () => {
    show('/?loadtest=one', [[], false], false);
    expect(screen.getByText(/You cannot see the load tests here/)).toBeInTheDocument();
    expect(screen.getByText(/the right to list jobs in the project team-a/)).toBeInTheDocument();
  });

  it('says why they could not be read', () => {
    show('/?loadtest=one', [[], false, new Error('timed out')]);
    expect(screen.getByText('timed out')).toBeInTheDocument();
  });

  it.each([
    ['while they are read', '/?loadtest=one'],
    ['where no test was asked for', '/'],
  ])('says nothing %s', (_case, url) => {
    show(url, [[], url === '/']);
    expect(screen.queryByText(/load test/)).not.toBeInTheDocument();
  });
});

describe('FinalStrip', () => {
  it('shows the numbers of the test', () => {
    const requests = { done: 90, cancelled: 8, failed: 2 };
    const peaks = { waiting: 34, wanted: 3 };
    const report = { model: 'm', namespace: 'n', job: 'j', state: 'done', steps: [], lags: [] } as const;
    render(<FinalStrip report={{ ...report, peaks, requests }} />);
    const strip = screen.getByLabelText('Numbers of the test');
    expect(strip).toHaveTextContent(
      'Most waiting34Most replicas wanted3Most replicas ready-Answered90Given up8Failed2',
    );
  });
});
