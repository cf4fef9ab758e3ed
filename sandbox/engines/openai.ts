import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Visit } from './engineRoom';
import type { Source, SourcedRequest } from './source';

/** How long requests of people are, for whom nothing says it: vLLM counts about a token for four letters. */
const lettersOfToken = 4;
const defaultMaxTokens = 128;
const maxBodyBytes = 1_000_000;

interface Asked {
  model?: unknown;
  prompt?: unknown;
  messages?: unknown;
  max_tokens?: unknown;
}

type Outcome = 'answered' | 'failed';

/** One request of somebody outside, who waits for its end. */
class OneRequest implements Source {
  nextEventAt: number;
  readonly #request: SourcedRequest;

  constructor(
    now: number,
    promptTokens: number,
    outputTokens: number,
    private readonly end: (outcome: Outcome, now: number) => void,
  ) {
    this.nextEventAt = now;
    this.#request = {
      arrivedAt: now,
      promptTokens,
      outputTokens,
      limited: true,
      fromClient: false,
      source: this,
    };
  }

  next(): SourcedRequest {
    this.nextEventAt = Infinity;
    return this.#request;
  }

  answered(_request: SourcedRequest, now: number): undefined {
    this.end('answered', now);
  }

  failed(_request: SourcedRequest, now: number): void {
    this.end('failed', now);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBodyBytes) throw new Error('The request is too large.');
    parts.push(part);
  }
  const body: unknown = JSON.parse(Buffer.concat(parts).toString());
  if (typeof body !== 'object' || body === null) throw new Error('The body is no object.');
  return body;
}

function tokensOf({ prompt, messages }: Asked): number {
  return Math.max(1, Math.ceil(JSON.stringify(prompt ?? messages ?? '').length / lettersOfToken));
}

/** What is asked for; the model need not be named where there is one. */
function wishOf(
  asked: Asked,
  served: ReadonlySet<string>,
): { model: string; prompt: number; output: number } {
  const wanted = Number(asked.max_tokens ?? defaultMaxTokens);
  const output = Number.isInteger(wanted) && wanted > 0 ? wanted : defaultMaxTokens;
  const [only = ''] = served;
  const model = typeof asked.model === 'string' ? asked.model : only;
  return { model, prompt: tokensOf(asked), output };
}

function send(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

const problem = (code: number, message: string): unknown => ({
  error: { message, type: code === 404 ? 'NotFoundError' : 'BadRequestError', param: null, code },
});

/** What is said of a generation that took place: the tokens are counted, the words are nobody's. */
function completion(chat: boolean, model: string, tokens: { prompt: number; output: number }): unknown {
  const text = `(${String(tokens.output)} simulated tokens)`;
  const choice = chat ? { message: { role: 'assistant', content: text } } : { text };
  return {
    id: `${chat ? 'chatcmpl' : 'cmpl'}-simulated`,
    object: chat ? 'chat.completion' : 'text_completion',
    model,
    choices: [{ index: 0, ...choice, finish_reason: 'length' }],
    usage: {
      prompt_tokens: tokens.prompt,
      completion_tokens: tokens.output,
      total_tokens: tokens.prompt + tokens.output,
    },
  };
}

/** Whether a path is one of the two of OpenAI's API that vLLM answers generations at. */
export const isGeneration = (path: string): boolean => /\/v1\/(chat\/)?completions$/.test(path);

/**
 * Answers a generation as vLLM's OpenAI server does, once the engines have done it in simulated time: 404 for another
 * model's name, 503 where no replica serves. The request queues with the model's other traffic and counts as they do.
 */
export async function generate(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { visit, now }: { visit: Visit | undefined; now: () => number },
): Promise<void> {
  const served: ReadonlySet<string> = visit?.servedNames() ?? new Set();
  if (visit === undefined || served.size === 0) {
    send(response, 503, problem(503, 'no healthy upstream'));
    return;
  }
  const asked = await bodyOf(request).catch((error: unknown) => error);
  if (asked instanceof Error) {
    send(response, 400, problem(400, asked.message));
    return;
  }
  const { model, prompt, output } = wishOf(asked as Asked, served);
  if (!served.has(model)) {
    send(response, 404, problem(404, `The model \`${model}\` does not exist.`));
    return;
  }
  await new Promise<void>((resolve) => {
    const source = new OneRequest(now(), prompt, output, (outcome) => {
      // Not while the engines go through their sources.
      setImmediate(() => {
        visit.remove(source);
        resolve();
      });
      if (outcome === 'answered')
        send(response, 200, completion(path.includes('/chat/'), model, { prompt, output }));
      else send(response, 503, problem(503, 'upstream connect error or disconnect/reset before headers'));
    });
    visit.add(source);
    response.once('close', () => {
      visit.remove(source);
      resolve();
    });
  });
}
