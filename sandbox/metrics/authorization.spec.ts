import type { KubernetesObject } from '../../src/resources/object';
import type { Kind } from '../../src/resources/kinds';
import { createClock } from '../clock';
import { createAuthorizer } from './authorization';

describe('createAuthorizer', () => {
  const attributes = { verb: 'get', group: 'metrics.k8s.io', resource: 'pods', namespace: 'demo' };

  function fixture() {
    let real = 0;
    const asked: unknown[] = [];
    const clock = createClock(1, () => real);
    const create = <T extends KubernetesObject>(_kind: Kind, review: T): Promise<T> => {
      asked.push(review);
      const { user } = (review as unknown as { spec: { user: string } }).spec;
      return Promise.resolve({ ...review, status: { allowed: user === 'editor' } });
    };
    return { authorize: createAuthorizer(clock, { create }), asked, wait: (ms: number) => (real += ms) };
  }

  it('asks once and believes a yes for some seconds', async () => {
    const { authorize, asked, wait } = fixture();
    expect([await authorize('editor', attributes), await authorize('editor', attributes)]).toEqual([
      true,
      true,
    ]);
    expect(asked).toEqual([
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SubjectAccessReview',
        metadata: { name: '' },
        spec: { user: 'editor', resourceAttributes: attributes },
      },
    ]);
    wait(10_001);
    await authorize('editor', attributes);
    expect(asked).toHaveLength(2);
  });

  it('asks again after a no, and for each user, verb and namespace', async () => {
    const { authorize, asked } = fixture();
    expect([await authorize('viewer', attributes), await authorize('viewer', attributes)]).toEqual([
      false,
      false,
    ]);
    await authorize('editor', attributes);
    await authorize('editor', { ...attributes, verb: 'create' });
    await authorize('editor', { ...attributes, namespace: 'other' });
    expect(asked).toHaveLength(5);
  });
});
