import type { Clock } from '../../clock';
import type { JsonAnswer } from '../../controllers/httpListener';
import type { Visit } from '../engineRoom';
import { generate, isGeneration, openaiError } from '../openai';

/** What vLLM's OpenAI server answers to a path, as far as the sandbox has it. */
export async function answerAsModel(
  visit: Visit,
  clock: Clock,
  path: string,
  body: string,
): Promise<JsonAnswer> {
  if (path === '/health') return { code: 200, body: {} };
  if (path === '/v1/models') {
    const data = [...visit.servedNames()].map((id) => ({ id, object: 'model', owned_by: 'vllm' }));
    return { code: 200, body: { object: 'list', data } };
  }
  if (isGeneration(path)) return generate(visit, clock.now(), path, body);
  return openaiError(404, `Not Found: ${path}`);
}
