/** A source of numbers that is the same in each run with the same seed. */
export interface Random {
  /** From 0 (inclusive) to 1 (exclusive), uniform. */
  next(): number;
  /** Normal distribution (Box-Muller). */
  normal(mean: number, deviation: number): number;
  /** How many events of a Poisson process happen where `mean` are expected. */
  poisson(mean: number): number;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Starts a sequence (mulberry32) from any text; equal texts give equal sequences. */
export function createRandom(seed: string): Random {
  let state = hashOf(seed);

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function poisson(mean: number): number {
    // Knuth's product method; large means are split, or exp(-mean) would vanish.
    if (mean > 30) return poisson(30) + poisson(mean - 30);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count += 1;
    return count;
  }

  return {
    next,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson,
  };
}
