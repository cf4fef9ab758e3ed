import type { Job } from '../resources/job';
import { apiVersionOf, jobKind } from '../resources/kinds';
import { guidellmFlags } from './guidellmFlags';
import type { LoadPlan } from './loadPlan';
import { secondsOf, stepsOf } from './loadPlan';
import { guidellmVersion, profileAnnotation, targetAnnotation } from './loadTestLabels';
import { tokenizerContainers, volumeMounts, volumes } from './loadTestVolumes';
import { restricted } from './restricted';

/** Which Job. */
export interface JobIdentity {
  name: string;
  namespace: string;
  /** Of the Job and of its pod. */
  labels: Readonly<Record<string, string>>;
}

const image = `ghcr.io/vllm-project/guidellm:${guidellmVersion}`;
/** Seconds that waking the model, pulling the image and loading the tokenizer may take. */
const startupSeconds = 900;
/** Seconds that the finished Job stays, with its log. */
const keptSeconds = 86_400;

interface Variable {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef: { name: string; key: string } };
}

function environment({ tokenizerImage, apiKeySecret }: LoadPlan): Variable[] {
  return [
    // GuideLLM's tables would break at 80 columns.
    { name: 'COLUMNS', value: '200' },
    { name: 'HOME', value: '/scratch' },
    { name: 'HF_HOME', value: '/scratch/huggingface' },
    ...(tokenizerImage === undefined ? [] : [{ name: 'HF_HUB_OFFLINE', value: '1' }]),
    ...(apiKeySecret === undefined
      ? []
      : [{ name: 'API_KEY', valueFrom: { secretKeyRef: { name: apiKeySecret, key: 'api-key' } } }]),
  ];
}

/** The Job of a plan: word for word what the chart load-test renders for the same values. */
export function loadTestJob(plan: LoadPlan, { name, namespace, labels }: JobIdentity): Job {
  return {
    apiVersion: apiVersionOf(jobKind),
    kind: jobKind.kind,
    metadata: {
      name,
      namespace,
      labels: { ...labels },
      annotations: { [targetAnnotation]: plan.target, [profileAnnotation]: plan.profile },
    },
    spec: {
      // Half a test tells nothing, and a second one would be another load: never again by itself.
      backoffLimit: 0,
      completions: 1,
      parallelism: 1,
      activeDeadlineSeconds: secondsOf(stepsOf(plan)) + startupSeconds,
      ttlSecondsAfterFinished: keptSeconds,
      template: {
        metadata: { labels: { ...labels } },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          ...tokenizerContainers(plan),
          containers: [
            {
              name: 'guidellm',
              image,
              args: guidellmFlags(plan, name),
              env: environment(plan),
              resources: { limits: { cpu: '2', memory: '3Gi' }, requests: { cpu: '1', memory: '1Gi' } },
              ...restricted,
              ...volumeMounts(plan),
            },
          ],
          volumes: volumes(plan),
        },
      },
    },
  };
}
