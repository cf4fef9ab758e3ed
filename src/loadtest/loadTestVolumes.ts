import type { Container } from '../resources/pod';
import { tokenizerFolder } from './guidellmFlags';
import type { LoadPlan } from './loadPlan';
import { restricted } from './restricted';

interface Mount {
  name: string;
  mountPath: string;
  readOnly?: true;
}

interface Volume {
  name: string;
  emptyDir?: { sizeLimit: string };
  persistentVolumeClaim?: { claimName: string };
}

const tokenizerMount: Mount = { name: 'tokenizer', mountPath: tokenizerFolder };
/** Where a modelcar has its model. */
const imagePath = '/models';
/** Everything but the weights. */
const copyTokenizer = `cp ${imagePath}/*.json ${tokenizerFolder}/ && if test -e ${imagePath}/tokenizer.model; then cp ${imagePath}/tokenizer.model ${tokenizerFolder}/; fi`;

/** The init container that copies the tokenizer out of the model's image; nothing without that image. */
export function tokenizerContainers({ tokenizerImage }: LoadPlan): { initContainers?: Container[] } {
  if (tokenizerImage === undefined) return {};
  const container = {
    name: 'tokenizer',
    image: tokenizerImage,
    command: ['sh', '-c', copyTokenizer],
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    ...restricted,
    volumeMounts: [tokenizerMount],
  };
  return { initContainers: [container] };
}

/** What GuideLLM's container sees of the volumes. */
export function volumeMounts({ tokenizerImage }: LoadPlan): { volumeMounts: Mount[] } {
  return {
    volumeMounts: [
      { name: 'scratch', mountPath: '/scratch' },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'results', mountPath: '/results' },
      ...(tokenizerImage === undefined ? [] : [{ ...tokenizerMount, readOnly: true as const }]),
    ],
  };
}

/** The volumes of the pod. */
export function volumes({ tokenizerImage, resultsClaim }: LoadPlan): Volume[] {
  const space = (name: string, sizeLimit: string): Volume => ({ name, emptyDir: { sizeLimit } });
  return [
    space('scratch', '2Gi'),
    space('tmp', '1Gi'),
    ...(tokenizerImage === undefined ? [] : [space('tokenizer', '100Mi')]),
    resultsClaim === undefined
      ? space('results', '1Gi')
      : { name: 'results', persistentVolumeClaim: { claimName: resultsClaim } },
  ];
}
