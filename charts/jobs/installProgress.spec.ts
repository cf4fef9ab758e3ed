import type { InstallState } from './installProgress';
import { installProgress } from './installProgress';

const named = (name: string): { metadata: { name: string; resourceVersion: string } } => ({
  metadata: { name, resourceVersion: '1' },
});

const state = (given: Partial<InstallState>): InstallState => ({
  namespace: 'openshift-keda',
  subscription: named('cma'),
  installPlan: undefined,
  csv: undefined,
  missingCrds: [],
  ...given,
});

const succeeded = { ...named('cma.v2.18.1'), status: { phase: 'Succeeded' } };

describe('installProgress', () => {
  it('is done when the version has succeeded and the CRDs are there', () => {
    expect(installProgress(state({ csv: succeeded }))).toEqual({ done: true });
  });

  it.each([
    ['no Subscription', { subscription: undefined }, 'The Subscription is gone.'],
    ['nothing yet', {}, 'OLM has not planned the installation yet.'],
    [
      "OLM's complaint",
      {
        subscription: {
          ...named('cma'),
          status: {
            conditions: [
              { type: 'CatalogSourcesUnhealthy', status: 'False', message: 'all available' },
              { type: 'ResolutionFailed', status: 'True', message: 'no operators found in channel stabel' },
            ],
          },
        },
      },
      'OLM reports ResolutionFailed: no operators found in channel stabel',
    ],
    [
      'a plan that waits for approval',
      { installPlan: { ...named('install-x7k2p'), spec: { approval: 'Manual', approved: false } } },
      'oc patch installplan install-x7k2p -n openshift-keda',
    ],
    [
      'a plan under way',
      {
        installPlan: {
          ...named('install-x7k2p'),
          spec: { approval: 'Automatic', approved: true },
          status: { phase: 'Installing' },
        },
      },
      'The install plan install-x7k2p is in phase Installing.',
    ],
    [
      'a version that failed',
      { csv: { ...named('cma.v2.18.1'), status: { phase: 'Failed', message: 'no image' } } },
      'cma.v2.18.1 is in phase Failed: no image',
    ],
    [
      'missing CRDs',
      { csv: succeeded, missingCrds: ['scaledobjects.keda.sh'] },
      'These CustomResourceDefinitions are missing: scaledobjects.keda.sh.',
    ],
  ] satisfies [string, Partial<InstallState>, string][])(
    'says what it waits for: %s',
    (_case, given, missing) => {
      expect(installProgress(state(given))).toEqual({
        done: false,
        missing: expect.stringContaining(missing) as string,
      });
    },
  );
});
