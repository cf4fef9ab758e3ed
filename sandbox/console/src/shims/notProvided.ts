/**
 * Stands in for a part of the console that this one does not have. It throws when it is called or rendered,
 * so that a page that uses it fails loudly instead of showing nothing.
 */
export function notProvided(name: string): () => never {
  return () => {
    throw new Error(`not provided by the local console: ${name}`);
  };
}
