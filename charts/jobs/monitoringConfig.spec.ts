import { parse } from 'yaml';
import { withUserWorkload } from './monitoringConfig';

const admins = `# Set by the platform team.
prometheusK8s:
  retention: 15d # two weeks and a day
  volumeClaimTemplate:
    spec:
      storageClassName: fast
      resources: {requests: {storage: 40Gi}}
  remoteWrite:
  - url: https://remote.example.com/write
    writeRelabelConfigs:
    - sourceLabels: [__name__]
      regex: 'kube_.*|vllm:.*'
      action: keep
alertmanagerMain:
  nodeSelector: &infra
    node-role.kubernetes.io/infra: ""
telemeterClient:
  nodeSelector: *infra
`;

describe('withUserWorkload', () => {
  it.each([
    ['an empty configuration', '', 'enableUserWorkload: true\n'],
    ['a comment only', '# nothing yet\n', '# nothing yet\n\nenableUserWorkload: true\n'],
    ['off', 'enableUserWorkload: false\n', 'enableUserWorkload: true\n'],
    [
      'a text in its place',
      'enableUserWorkload: "true"\n',
      'enableUserWorkload: "true"\n'.replace('"true"', 'true'),
    ],
    ['one line', '{logLevel: info}', '{ logLevel: info, enableUserWorkload: true }\n'],
  ])('turns it on in %s', (_case, before, after) => {
    expect(withUserWorkload(before, true)).toBe(after);
  });

  it('keeps every other setting, its order, its comments and its anchors', () => {
    const after = withUserWorkload(admins, true) ?? '';
    expect(parse(after)).toEqual({ ...(parse(admins) as object), enableUserWorkload: true });
    expect(after).toContain('# Set by the platform team.');
    expect(after).toContain('# two weeks and a day');
    expect(after).toContain('nodeSelector: *infra');
    expect(Object.keys(parse(after) as object)).toEqual([
      'prometheusK8s',
      'alertmanagerMain',
      'telemeterClient',
      'enableUserWorkload',
    ]);
  });

  it('folds no long text', () => {
    const long = `prometheusK8s:\n  externalLabels:\n    note: ${'word '.repeat(60).trim()}\n`;
    expect(withUserWorkload(long, true)).toBe(`${long}enableUserWorkload: true\n`);
  });

  it.each([
    ['on', 'enableUserWorkload: true\nprometheusK8s: {retention: 1d}\n', true],
    ['off', 'enableUserWorkload: false\n', false],
    ['off, never set', 'prometheusK8s: {retention: 1d}\n', false],
  ])('writes nothing when it is %s already', (_case, text, enabled) => {
    expect(withUserWorkload(text, enabled)).toBeUndefined();
  });

  it('turns it off and keeps the rest', () => {
    expect(withUserWorkload('enableUserWorkload: true\nlogLevel: info\n', false)).toBe(
      'enableUserWorkload: false\nlogLevel: info\n',
    );
  });

  it.each([
    ['an open bracket', 'prometheusK8s: {retention: 15d\n', /line 1|line 2/],
    ['wrong indentation', 'prometheusK8s:\n  retention: 15d\n logLevel: debug\n', /line 3/],
    ['a key twice', 'logLevel: info\nlogLevel: debug\n', /unique/],
    ['a tab', 'prometheusK8s:\n\tretention: 15d\n', /[Tt]ab/],
    ['two documents', 'a: 1\n---\nb: 2\n', /multiple documents/],
    ['a list', '- a\n- b\n', /not a mapping/],
    ['a text', 'please turn it on', /not a mapping/],
    ['an alias to nothing', 'a: *nobody\n', /nobody/],
  ])('refuses %s', (_case, text, message) => {
    expect(() => withUserWorkload(text, true)).toThrow(message);
  });
});
