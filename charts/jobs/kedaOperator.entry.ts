import type { Installation } from './kedaOperator';
import { removeOperator, waitForOperator } from './kedaOperator';
import { run, setting } from './run';

const installation = (env: NodeJS.ProcessEnv): Installation => ({
  namespace: setting(env, 'NAMESPACE'),
  subscription: setting(env, 'SUBSCRIPTION'),
  crds: ['kedacontrollers.keda.sh', 'scaledobjects.keda.sh', 'triggerauthentications.keda.sh'],
  seconds: Number(setting(env, 'WAIT_SECONDS')),
});

await run({
  wait: (cluster, pace, env) => waitForOperator(cluster, pace, installation(env)),
  remove: (cluster, pace, env) => removeOperator(cluster, pace, installation(env)),
});
