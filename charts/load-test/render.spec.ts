import { helmRuns, render } from '../testing/helm';
import type { Rendered } from '../testing/helm';

const required = ['target=http://llama-api.team-a.svc:8080', 'model=llama3-2-3b'];

interface Container {
  image: string;
  args: string[];
  env: { name: string; value?: string }[];
  securityContext: unknown;
}

interface JobSpec {
  backoffLimit: number;
  activeDeadlineSeconds: number;
  ttlSecondsAfterFinished: number;
  template: {
    spec: { containers: Container[]; initContainers?: Container[]; automountServiceAccountToken: boolean };
  };
}

function job(...set: string[]): JobSpec {
  const [only, ...more] = render('load-test', { release: 'load', set: [...required, ...set] });
  if (only === undefined || more.length > 0) throw new Error('not one object');
  return (only as Rendered & { spec: JobSpec }).spec;
}

function container(spec: JobSpec): Container {
  const [found] = spec.template.spec.containers;
  if (found === undefined) throw new Error('no container');
  return found;
}

/** What follows a flag, each time it is given. */
const after = ({ args }: Container, flag: string): string[] =>
  args.flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ''] : []));
const parsed = (spec: JobSpec, flag: string): unknown => JSON.parse(after(container(spec), flag)[0] ?? '');

(helmRuns ? describe : describe.skip)('load-test', () => {
  it('is one Job that runs once, ends for certain, and has no rights', () => {
    const spec = job();
    expect(spec).toMatchObject({
      backoffLimit: 0,
      activeDeadlineSeconds: 1020,
      ttlSecondsAfterFinished: 86400,
    });
    expect(spec.template.spec).toMatchObject({
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container(spec).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container(spec).image).toBe('ghcr.io/vllm-project/guidellm:v0.7.3');
  });

  it.each([
    ['constant', ['rate=0.5'], { kind: 'constant', rate: [0.5] }, 120, 1020],
    ['burst', ['profile=burst', 'rate=20'], { kind: 'constant', rate: [0.5, 20, 0.5] }, [60, 120, 420], 1500],
    [
      'sweep',
      ['profile=sweep', 'maxConcurrency=64'],
      { kind: 'sweep', sweep_size: 6, max_concurrency: 64 },
      120,
      1620,
    ],
  ])('runs the profile %s', (_profile, set, profile, seconds, deadline) => {
    const spec = job(...set);
    expect(parsed(spec, '--profile')).toEqual(profile);
    expect(parsed(spec, '--constraint')).toEqual({ kind: 'max_duration', seconds });
    expect(spec.activeDeadlineSeconds).toBe(deadline);
  });

  it('sends prompts of the wanted length to the model', () => {
    const spec = job('tokens.prompt=100', 'tokens.output=50');
    expect(parsed(spec, '--backend')).toEqual({
      kind: 'openai_http',
      target: 'http://llama-api.team-a.svc:8080',
      model: 'llama3-2-3b',
      verify: true,
      api_routes: { '/health': 'v1/models' },
    });
    expect(parsed(spec, '--data')).toEqual({ kind: 'synthetic_text', prompt_tokens: 100, output_tokens: 50 });
  });

  it('takes the key from a Secret, never from the values', () => {
    const spec = job('apiKey.secretName=key');
    expect(parsed(spec, '--backend')).toMatchObject({ api_key: '$(API_KEY)' });
    expect(container(spec).env).toContainEqual({
      name: 'API_KEY',
      valueFrom: { secretKeyRef: { name: 'key', key: 'api-key' } },
    });
  });

  it('writes its result to the log, and to a volume where there is one', () => {
    expect(after(container(job()), '--output')).toEqual(['kind=console']);
    expect(after(container(job('results.claim=results')), '--output')).toEqual([
      'kind=console',
      'kind=json,path=/results/load-1/benchmarks.json',
      'kind=csv,path=/results/load-1/benchmarks.csv',
    ]);
  });

  it("needs no internet with the tokenizer of the model's image", () => {
    const spec = job('tokenizer.image=quay.io/redhat-ai-services/modelcar-catalog:llama-3.2-3b-instruct');
    expect(spec.template.spec.initContainers).toHaveLength(1);
    expect(parsed(spec, '--tokenizer')).toEqual({ kind: 'huggingface_auto', model: '/tokenizer' });
    expect(container(spec).env).toContainEqual({ name: 'HF_HUB_OFFLINE', value: '1' });
  });

  it.each([
    ['no target', ['target='], 'which model?'],
    ['no model', ['model='], 'the served name'],
    ['a target that is no URL', ['target=llama'], '/target'],
    ['a rate of 0', ['rate=0'], '/rate'],
    ['an unknown profile', ['profile=spike'], '/profile'],
    ['an image with its scheme', ['tokenizer.image=oci://quay.io/a:b'], '/tokenizer/image'],
    ['a value that does not exist', ['duration=60'], 'duration'],
  ])('refuses %s', (_case, set, message) => {
    expect(() => job(...set)).toThrow(message);
  });
});
