import type { Clock } from '../../clock';
import type { JsonAnswer } from '../../controllers/httpListener';
import type { Visit } from '../engineRoom';
import type { Source, SourcedRequest } from '../source';

const defaultTokens = 64;
const charactersPerToken = 4;

/** One request that somebody sends over HTTP. */
class OneRequest implements Source {
  nextEventAt: number;

  constructor(
    private readonly promptTokens: number,
    private readonly outputTokens: number,
    now: number,
    private readonly end: (answered: boolean) => void,
  ) {
    this.nextEventAt = now;
  }

  next(): SourcedRequest {
    const { promptTokens, outputTokens, nextEventAt: arrivedAt } = this;
    this.nextEventAt = Infinity;
    return { arrivedAt, promptTokens, outputTokens, limited: true, fromClient: false, source: this };
  }

  answered(): undefined {
    this.end(true);
  }

  failed(): void {
    this.end(false);
  }
}

const error = (code: number, message: string): JsonAnswer => ({
  code,
  body: { error: { message, code, type: code === 404 ? 'NotFoundError' : 'ServiceUnavailable' } },
});

/** Lets an engine of the model generate; the text is no text, but takes as long as one. */
async function generate(visit: Visit, clock: Clock, body: string): Promise<JsonAnswer> {
  let asked: { model?: string; max_tokens?: number };
  try {
    asked = JSON.parse(body) as typeof asked;
  } catch {
    return error(400, 'The body is not JSON.');
  }
  const { model = '', max_tokens: tokens = defaultTokens } = asked;
  if (!visit.servedNames().has(model)) return error(404, `The model \`${model}\` does not exist.`);
  const prompt = Math.max(1, Math.ceil(body.length / charactersPerToken));
  let source: OneRequest | undefined;
  const answered = await new Promise<boolean>((resolve) => {
    source = new OneRequest(prompt, tokens, clock.now(), resolve);
    visit.add(source);
  });
  if (source !== undefined) visit.remove(source);
  if (!answered) return error(503, 'The replica ended before it had answered.');
  const usage = { prompt_tokens: prompt, completion_tokens: tokens, total_tokens: prompt + tokens };
  return {
    code: 200,
    body: { object: 'text_completion', model, usage, choices: [{ text: '', finish_reason: 'length' }] },
  };
}

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
  if (path === '/v1/completions' || path === '/v1/chat/completions') return generate(visit, clock, body);
  return error(404, `Not Found: ${path}`);
}
