/** Labels that the Jobs of the chart load-test carry, too. */
const componentLabel = 'app.kubernetes.io/component';
const component = 'load-test';

/** The labels that select all load tests of a project. */
export const loadTestSelector: Readonly<Record<string, string>> = { [componentLabel]: component };

/** Names the InferenceService that a test is about; the chart does not know it, and leaves it out. */
export const modelLabel = 'llm-autoscaling/inferenceservice';
/** Annotations: the base URL, and how the rate goes. */
export const targetAnnotation = 'llm-autoscaling/target';
export const profileAnnotation = 'llm-autoscaling/profile';

/** GuideLLM. Its flags changed in 0.7; the builder speaks 0.7. */
export const guidellmVersion = 'v0.7.3';

/** The labels of a test that the console starts. A label has at most 63 characters, and so has a model's name. */
export function labelsOf(model: string, job: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': component,
    'app.kubernetes.io/instance': job,
    [componentLabel]: component,
    'app.kubernetes.io/version': guidellmVersion,
    'app.kubernetes.io/managed-by': 'llm-autoscaling',
    [modelLabel]: model,
  };
}
