import type { ScenarioFleet, ScenarioModel } from '../scenario';

/** How a model of a fleet stands: most are steady, a few need attention. */
export type Situation = 'steady' | 'at maximum' | 'paused' | 'starved';

/** A model of a fleet that stands still. */
export interface FleetModel extends ScenarioModel {
  situation: Situation;
  /** What its autoscaler wants. */
  desired: number;
  /** Requests, all replicas together. */
  waiting: number;
  running: number;
}

interface Family {
  name: string;
  displayName: string;
  gpus: number;
}

const families: readonly Family[] = [
  { name: 'codestral-22b', displayName: 'Codestral 22B', gpus: 2 },
  { name: 'granite-3-3-8b', displayName: 'Granite 3.3 8B Instruct', gpus: 1 },
  { name: 'llama-3-1-8b', displayName: 'Llama 3.1 8B Instruct', gpus: 1 },
  { name: 'llama-3-3-70b', displayName: 'Llama 3.3 70B Instruct', gpus: 4 },
  { name: 'mistral-7b', displayName: 'Mistral 7B Instruct', gpus: 1 },
  { name: 'phi-4', displayName: 'Phi 4', gpus: 1 },
  { name: 'qwen-2-5-7b', displayName: 'Qwen 2.5 7B Instruct', gpus: 1 },
];

/** 0 <= x < below, the same for the same index and salt, without a pattern that the eye sees. */
export function scattered(index: number, salt: number, below: number): number {
  const mixed = Math.imul(index + 1, 2_654_435_761) ^ Math.imul(salt + 1, 1_597_334_677);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
}

/** Of a hundred models: 70 of KEDA, 10 fixed, 12 with KServe's HPA, the rest without a class. */
function classOf(index: number): ScenarioModel['autoscaling']['class'] {
  const share = scattered(index, 1, 100);
  if (share < 70) return 'keda';
  if (share < 80) return 'none';
  return share < 92 ? 'hpa' : 'absent';
}

function situationOf(index: number): Situation {
  const share = scattered(index, 2, 100);
  if (share < 4) return 'at maximum';
  if (share < 6) return 'paused';
  return share < 7 ? 'starved' : 'steady';
}

/** The requests that wait when an autoscaler with this threshold wants so many replicas. */
function waitingFor(desired: number, threshold: number, situation: Situation, index: number): number {
  if (situation === 'at maximum') return desired * threshold * 2;
  if (desired === 1) return scattered(index, 4, 2);
  return Math.max(0, desired * threshold - scattered(index, 5, threshold));
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** The name of a project of a fleet. */
export function projectName(number: number): string {
  return `team-${pad(number, 3)}`;
}

function modelOf(index: number, { models, projects }: ScenarioFleet): FleetModel {
  const family = families[scattered(index, 0, families.length)] ?? {
    name: 'model',
    displayName: '',
    gpus: 1,
  };
  const autoscalerClass = classOf(index);
  const situation = autoscalerClass === 'keda' ? situationOf(index) : 'steady';
  const max = autoscalerClass === 'none' ? 1 : 2 + scattered(index, 3, 5);
  const isGrown = situation === 'at maximum' || situation === 'starved';
  const usual = autoscalerClass === 'keda' ? 1 + scattered(index, 6, Math.min(max, 3)) : 1;
  const desired = isGrown ? max : usual;
  const threshold = 2 + scattered(index, 7, 9);
  return {
    name: `${family.name}-${pad(index, 5)}`,
    namespace: projectName(Math.floor((index * projects) / models)),
    displayName: family.displayName,
    storageUri: `oci://quay.io/example/modelcar:${family.name}`,
    profile: 'llama-3.1-8b-l40s',
    maxNumSeqs: 32,
    gpus: family.gpus,
    loadSeconds: 60,
    deploymentMode: 'Standard',
    autoscaling: {
      class: autoscalerClass,
      min: 1,
      max,
      ...(autoscalerClass === 'keda' ? { threshold } : {}),
    },
    traffic: {
      promptTokens: { mean: 500, deviation: 200, min: 20, max: 2000 },
      outputTokens: { mean: 200, deviation: 90, min: 10, max: 500 },
      baseline: { requestsPerSecond: 1, swing: 0, periodSeconds: 3600 },
    },
    situation,
    desired,
    waiting: waitingFor(desired, threshold, situation, index),
    running: desired * (8 + scattered(index, 8, 24)),
  };
}

/** The models of a fleet, the same each time, in the order of their projects. */
export function fleetModels(fleet: ScenarioFleet): FleetModel[] {
  return Array.from({ length: fleet.models }, (_, index) => modelOf(index, fleet));
}
