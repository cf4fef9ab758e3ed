import type { LoadPlan, LoadProfile } from '../../../loadtest/loadPlan';

/** A plan as it is typed. */
export interface PlanText {
  profile: LoadProfile;
  rate: string;
  durationSeconds: string;
  promptTokens: string;
  outputTokens: string;
  target: string;
  model: string;
  apiKeySecret: string;
  /** Whether the tokenizer comes out of the model's image. */
  ownTokenizer: boolean;
}

/** A plan as text. */
export function textOfPlan(plan: LoadPlan): PlanText {
  return {
    profile: plan.profile,
    rate: plan.rate.toString(),
    durationSeconds: plan.durationSeconds.toString(),
    promptTokens: plan.promptTokens.toString(),
    outputTokens: plan.outputTokens.toString(),
    target: plan.target,
    model: plan.model,
    apiKeySecret: plan.apiKeySecret ?? '',
    ownTokenizer: plan.tokenizerImage !== undefined,
  };
}

const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text));

/** The plan that is typed; numbers that cannot be read are NaN. `image` is the model's own. */
export function planOfText(text: PlanText, image: string | undefined): LoadPlan {
  return {
    profile: text.profile,
    rate: numberOf(text.rate),
    durationSeconds: numberOf(text.durationSeconds),
    promptTokens: numberOf(text.promptTokens),
    outputTokens: numberOf(text.outputTokens),
    target: text.target.trim(),
    model: text.model.trim(),
    ...(text.apiKeySecret.trim() === '' ? {} : { apiKeySecret: text.apiKeySecret.trim() }),
    ...(text.ownTokenizer && image !== undefined ? { tokenizerImage: image } : {}),
  };
}
