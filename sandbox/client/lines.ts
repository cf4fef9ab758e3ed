/** The lines of a streamed text, as they come; an end of the stream within a line drops that part. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Ends the connection of a reader that has seen enough; a stream that failed has thrown that already.
    await reader.cancel().catch(() => undefined);
  }
}
