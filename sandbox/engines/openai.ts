import type { JsonAnswer } from '../controllers/httpListener';
import type { Visit } from './engineRoom';
import type { Source, SourcedRequest } from './source';

/** How long requests of people are, for whom nothing says it: vLLM counts about a token for four letters. */
const lettersOfToken = 4;
const defaultMaxTokens = 128;

interface Asked {
  model?: unknown;
  prompt?: unknown;
  messages?: unknown;
  max_tokens?: unknown;
}

interface Wish {
  model: string;
  prompt: number;
  output: number;
}

/** One request of somebody outside, who waits for its end. */
class OneRequest implements Source {
  nextEventAt: number;

  constructor(
    private readonly now: number,
    private readonly wish: Wish,
    private readonly end: (answered: boolean) => void,
  ) {
    this.nextEventAt = now;
  }

  next(): SourcedRequest {
    this.nextEventAt = Infinity;
    const { prompt: promptTokens, output: outputTokens } = this.wish;
    return {
      arrivedAt: this.now,
      promptTokens,
      outputTokens,
      limited: true,
      fromClient: false,
      source: this,
    };
  }

  answered(): undefined {
    this.end(true);
  }

  failed(): void {
    this.end(false);
  }
}

/** What is asked for; the model need not be named where there is one. */
function wishOf(asked: Asked, served: ReadonlySet<string>): Wish {
  const wanted = Number(asked.max_tokens ?? defaultMaxTokens);
  const output = Number.isInteger(wanted) && wanted > 0 ? wanted : defaultMaxTokens;
  const [only = ''] = served;
  const letters = JSON.stringify(asked.prompt ?? asked.messages ?? '').length;
  return {
    model: typeof asked.model === 'string' ? asked.model : only,
    prompt: Math.max(1, Math.ceil(letters / lettersOfToken)),
    output,
  };
}

const errorTypes: Readonly<Record<number, string>> = { 404: 'NotFoundError', 503: 'ServiceUnavailable' };

/** A refusal in the words of vLLM's OpenAI server. */
export function openaiError(code: number, message: string): JsonAnswer {
  const type = errorTypes[code] ?? 'BadRequestError';
  return { code, body: { error: { message, type, param: null, code } } };
}

/** What is said of a generation that took place: the tokens are counted, the words are nobody's. */
function completion(chat: boolean, { model, prompt, output }: Wish): JsonAnswer {
  const text = `(${String(output)} simulated tokens)`;
  const choice = chat ? { message: { role: 'assistant', content: text } } : { text };
  return {
    code: 200,
    body: {
      id: `${chat ? 'chatcmpl' : 'cmpl'}-simulated`,
      object: chat ? 'chat.completion' : 'text_completion',
      model,
      choices: [{ index: 0, ...choice, finish_reason: 'length' }],
      usage: { prompt_tokens: prompt, completion_tokens: output, total_tokens: prompt + output },
    },
  };
}

function parsed(body: string): Asked | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path is one of the two of OpenAI's API that vLLM answers generations at. */
export const isGeneration = (path: string): boolean => /\/v1\/(chat\/)?completions$/.test(path);

/**
 * Answers a generation as vLLM's OpenAI server does, once the engines have done it in simulated time: 400 for a body that
 * is no JSON object, 404 for another model's name, 503 where no replica serves, or the one that did is gone. The request
 * queues with the model's other traffic and counts as they do; it is taken back when `left` says that nobody waits.
 */
export async function generate(
  visit: Visit | undefined,
  now: number,
  path: string,
  body: string,
  left?: AbortSignal,
): Promise<JsonAnswer> {
  const served: ReadonlySet<string> = visit?.servedNames() ?? new Set();
  if (visit === undefined || served.size === 0) return openaiError(503, 'no healthy upstream');
  const asked = parsed(body);
  if (asked === undefined) return openaiError(400, 'The body is no JSON object.');
  const wish = wishOf(asked, served);
  if (!served.has(wish.model)) return openaiError(404, `The model \`${wish.model}\` does not exist.`);
  let source: OneRequest | undefined;
  const answered = await new Promise<boolean>((resolve) => {
    source = new OneRequest(now, wish, resolve);
    left?.addEventListener('abort', () => {
      resolve(false);
    });
    visit.add(source);
  });
  if (source !== undefined) visit.remove(source);
  return answered
    ? completion(path.includes('/chat/'), wish)
    : openaiError(503, 'upstream connect error or disconnect/reset before headers');
}
