import { helmRuns, render } from '../testing/helm';
import type { Rendered } from '../testing/helm';

const chart = 'llm-autoscaling-console-plugin';
const plain = 'ci/plain-values.yaml';

interface PodSpec {
  replicas: number;
  template: { spec: { containers: { image: string }[]; topologySpreadConstraints: object[] } };
}

const objects = (...set: string[]): Rendered[] => render(chart, { values: [plain], set });
const deployment = (...set: string[]): PodSpec => {
  const found = objects(...set).find(({ kind }) => kind === 'Deployment');
  return (found as Rendered & { spec: PodSpec }).spec;
};

(helmRuns ? describe : describe.skip)('the console plugin, rendered', () => {
  it('runs twice, on different nodes and zones if it can', () => {
    expect(deployment()).toMatchObject({
      replicas: 2,
      template: { spec: { topologySpreadConstraints: [{ maxSkew: 1 }, { maxSkew: 1 }] } },
    });
  });

  it.each([
    ['its version', [], 'registry.example.com/llm-autoscaling:0.1.0'],
    ['a tag', ['image.tag=main'], 'registry.example.com/llm-autoscaling:main'],
    [
      'a digest',
      [`image.digest=sha256:${'0'.repeat(64)}`, 'image.tag=main'],
      `registry.example.com/llm-autoscaling@sha256:${'0'.repeat(64)}`,
    ],
  ])('takes the image of %s', (_case, set, image) => {
    expect(deployment(...set).template.spec.containers[0]?.image).toBe(image);
  });

  it('is the ConsolePlugin whose name the build has', () => {
    const plugin = objects().find(({ kind }) => kind === 'ConsolePlugin');
    expect(plugin?.metadata.name).toBe('llm-autoscaling');
    expect(plugin).toMatchObject({
      spec: { backend: { service: { name: 'llm-autoscaling', namespace: 'team-a', port: 9443 } } },
    });
  });

  it('gets its certificate from the service CA', () => {
    const service = objects().find(({ kind }) => kind === 'Service');
    expect(service?.metadata.annotations).toEqual({
      'service.beta.openshift.io/serving-cert-secret-name': 'llm-autoscaling-cert',
    });
  });

  it.each([
    ['no replica', 'replicas=0', '/replicas'],
    ['half a replica', 'replicas=1.5', '/replicas'],
    ['an image with a scheme', 'image.repository=https://r/x', '/image/repository'],
    ['a digest that is cut off', 'image.digest=sha256:0123', '/image/digest'],
    ['a word for a switch', 'console.enable=maybe', '/console/enable'],
    ['alerts for no project', 'alerts.enabled=true', '/alerts/namespaces'],
    ['a time without a unit', 'alerts.atMaximum.for=300', '/alerts/atMaximum/for'],
    ['a value that does not exist', 'image.registry=r', 'registry'],
  ])('refuses %s', (_case, set, message) => {
    expect(() => objects(set)).toThrow(message);
  });
});
