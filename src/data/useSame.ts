import { useState } from 'react';

/** The first of equal values: it keeps its identity as long as the JSON text of what is passed stays the same. */
export function useSame<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
