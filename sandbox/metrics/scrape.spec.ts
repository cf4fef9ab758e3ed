import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock';
import { parsePromql } from './promql/parse';
import { instantQuery } from './promql/query';
import type { Target } from './scrape';
import { startScraper } from './scrape';
import { SeriesStore } from './seriesStore';

/** A clock whose only timer the test fires itself. */
function manualClock(): Clock & { tick(ms: number): Promise<void> } {
  let now = 1_000_000;
  let run: () => void | Promise<void> = () => undefined;
  return {
    now: () => now,
    speed: 1,
    setSpeed: () => undefined,
    after: () => () => undefined,
    every(_period, given) {
      run = given;
      return () => (run = () => undefined);
    },
    stop: () => undefined,
    async tick(ms) {
      now += ms;
      await run();
    },
  };
}

describe('startScraper', () => {
  let server: Server;
  let url = '';
  let page: { code: number; body: string };

  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(page.code).end(page.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/metrics`;
  });
  afterAll(() => server.close());

  function start(targets: () => readonly Target[]) {
    const clock = manualClock();
    const store = new SeriesStore();
    const scraper = startScraper({ clock, store, intervalSeconds: 30, targets });
    const values = (query: string): unknown => {
      const data = instantQuery(store, parsePromql(query), clock.now());
      return data.resultType === 'vector' ? data.result.map(({ metric, value }) => [metric, value[1]]) : data;
    };
    return { clock, scraper, values };
  }

  it('adds the labels of the target and keeps what they hide as exported_', async () => {
    page = { code: 200, body: 'x{namespace="own",pod="p"} 5\n' };
    const { clock, values } = start(() => [{ url, labels: { namespace: 'team', job: 'j' } }]);
    await clock.tick(30_000);
    expect(values('x')).toEqual([
      [{ __name__: 'x', namespace: 'team', exported_namespace: 'own', pod: 'p', job: 'j' }, '5'],
    ]);
    expect(values('up')).toEqual([[{ __name__: 'up', namespace: 'team', job: 'j' }, '1']]);
  });

  it('lets the own labels of a sample win when told to honor them', async () => {
    page = { code: 200, body: 'x{namespace="own"} 5\n' };
    const { clock, values } = start(() => [
      { url, labels: { namespace: 'team', job: 'j' }, honorLabels: true },
    ]);
    await clock.tick(30_000);
    expect(values('x')).toEqual([[{ __name__: 'x', namespace: 'own', job: 'j' }, '5']]);
  });

  it('ends a series that the page no longer has', async () => {
    page = { code: 200, body: 'x{a="1"} 1\nx{a="2"} 2\n' };
    const { clock, values } = start(() => [{ url, labels: { job: 'j' } }]);
    await clock.tick(30_000);
    page = { code: 200, body: 'x{a="1"} 3\n' };
    await clock.tick(30_000);
    expect(values('x')).toEqual([[{ __name__: 'x', a: '1', job: 'j' }, '3']]);
  });

  it.each([
    ['an error', { code: 500, body: 'x 2\n' }],
    ['a page that is no metrics page', { code: 200, body: '<html>\n' }],
  ])('sets up to 0 and ends the series on %s, and recovers', async (_what, bad) => {
    page = { code: 200, body: 'x 1\n' };
    const { clock, values } = start(() => [{ url, labels: { job: 'j' } }]);
    await clock.tick(30_000);
    page = bad;
    await clock.tick(30_000);
    expect(values('{job="j"}')).toEqual([[{ __name__: 'up', job: 'j' }, '0']]);
    page = { code: 200, body: 'x 1\n' };
    await clock.tick(30_000);
    expect(values('sum({job="j"})')).toEqual([[{}, '2']]);
  });

  it('counts an unreachable target as down', async () => {
    const { clock, values } = start(() => [{ url: 'http://127.0.0.1:1/metrics', labels: { job: 'gone' } }]);
    await clock.tick(30_000);
    expect(values('up')).toEqual([[{ __name__: 'up', job: 'gone' }, '0']]);
  });

  it('ends all series of a target that is gone, and its up', async () => {
    page = { code: 200, body: 'x 1\n' };
    let targets: Target[] = [
      { url, labels: { pod: 'a' } },
      { url, labels: { pod: 'b' } },
    ];
    const { clock, values } = start(() => targets);
    await clock.tick(30_000);
    expect(values('count({pod!=""})')).toEqual([[{}, '4']]);
    targets = targets.slice(0, 1);
    await clock.tick(30_000);
    expect(values('{pod="b"}')).toEqual([]);
    expect(values('count({pod="a"})')).toEqual([[{}, '2']]);
  });

  it('does nothing once stopped', async () => {
    const { clock, scraper, values } = start(() => [{ url, labels: {} }]);
    scraper.stop();
    await clock.tick(30_000);
    expect(values('up')).toEqual([]);
  });
});
