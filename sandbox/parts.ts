/** Something that runs until it is ended. */
export type Part = { close(): unknown } | { stop(): unknown };

/** Takes note of how to end a part, and returns the part. */
export type Keep = <T extends Part>(part: T) => T;

/** The running parts of something: `end` ends them, the last that was kept first. */
export interface Parts {
  keep: Keep;
  end(): Promise<void>;
}

/** No parts yet. */
export function createParts(): Parts {
  const running: Part[] = [];
  return {
    keep(part) {
      running.push(part);
      return part;
    },
    async end() {
      for (const part of running.splice(0).reverse()) await ('close' in part ? part.close() : part.stop());
    },
  };
}
