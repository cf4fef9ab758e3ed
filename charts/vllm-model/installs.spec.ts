import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { stringify } from 'yaml';
import { helmRuns, render } from '../testing/helm';

const folder = path.join(__dirname, '../../sandbox/scenarios/rendered');
const values = ['values/llama-3.2-3b.yaml'];

/** The sandbox and the journeys install what Helm makes of the chart; they run where there is no Helm, too. */
const installs = {
  'llama-wake': {
    namespace: 'experiments',
    set: [
      ...['autoscaling.mode=http', 'autoscaling.minReplicas=0', 'autoscaling.maxReplicas=4'],
      ...['http.idleSeconds=300', 'route.host=llama-wake-experiments.apps.example.com'],
    ],
  },
  'llama-fresh': {
    namespace: 'experiments',
    set: [
      ...['autoscaling.mode=http', 'autoscaling.minReplicas=0', 'autoscaling.maxReplicas=3'],
      ...['http.idleSeconds=120', 'route.host=llama-fresh-experiments.apps.example.com'],
      // An editor may make no Roles: the TriggerAuthentication of the model that is there already serves both.
      ...['http.prometheusAuth.create=false', 'http.prometheusAuth.name=llama-wake-prometheus'],
    ],
  },
  'llama-older': {
    namespace: 'experiments',
    set: [
      ...['autoscaling.mode=http', 'autoscaling.minReplicas=0', 'autoscaling.maxReplicas=3'],
      ...['http.api=HTTPScaledObject', 'route.host=llama-older-experiments.apps.example.com'],
    ],
  },
  'llama-queue': { namespace: 'experiments', set: ['autoscaling.mode=keda'] },
};

(helmRuns ? describe : describe.skip)('the objects that the sandbox installs', () => {
  it.each(Object.entries(installs))(
    '%s are those that Helm makes of the chart',
    (release, { namespace, set }) => {
      const text = render('vllm-model', { values, set, release, namespace })
        .map((object) => stringify(object, { lineWidth: 0 }))
        .join('---\n');
      const file = path.join(folder, `${release}.yaml`);
      if (process.env.RECORD === 'charts') writeFileSync(file, text);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
