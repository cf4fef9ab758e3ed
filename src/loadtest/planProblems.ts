import type { LoadPlan } from './loadPlan';

/** Why a value of a plan cannot be used. */
export interface PlanProblem {
  field: 'target' | 'model' | 'rate' | 'durationSeconds' | 'promptTokens' | 'outputTokens';
  /** url: no http(s) address, or one that ends in /v1 or a slash. range: not within `least` and `most`. */
  code: 'missing' | 'url' | 'notANumber' | 'notAnInteger' | 'range';
  least?: number;
  most?: number;
}

/** As the chart's schema has it: an address, with no slash at its end. */
const address = /^https?:\/\/[^/\s]+(\/.*[^/])?$/;

const limits = {
  // Requests per second. The chart takes less, too; nobody sees it in a graph.
  rate: { least: 0.01, most: 10_000, whole: false },
  durationSeconds: { least: 1, most: 86_400, whole: true },
  promptTokens: { least: 1, most: 1_000_000, whole: true },
  outputTokens: { least: 1, most: 1_000_000, whole: true },
} as const;

type NumberField = keyof typeof limits;
const numberFields: readonly NumberField[] = ['rate', 'durationSeconds', 'promptTokens', 'outputTokens'];

function numberProblem(plan: LoadPlan, field: NumberField): PlanProblem | undefined {
  const value = plan[field];
  const { least, most, whole } = limits[field];
  // A sweep looks for the rate itself.
  if (field === 'rate' && plan.profile === 'sweep') return undefined;
  if (!Number.isFinite(value)) return { field, code: 'notANumber' };
  if (whole && !Number.isInteger(value)) return { field, code: 'notAnInteger' };
  return value < least || value > most ? { field, code: 'range', least, most } : undefined;
}

function targetProblem({ target }: LoadPlan): PlanProblem | undefined {
  if (target === '') return { field: 'target', code: 'missing' };
  // GuideLLM puts /v1 behind it.
  return address.test(target) && !target.endsWith('/v1') ? undefined : { field: 'target', code: 'url' };
}

/** What is wrong with a plan, field by field; empty when it can run. */
export function planProblems(plan: LoadPlan): PlanProblem[] {
  return [
    targetProblem(plan),
    plan.model === '' ? { field: 'model' as const, code: 'missing' as const } : undefined,
    ...numberFields.map((field) => numberProblem(plan, field)),
  ].filter((problem) => problem !== undefined);
}
