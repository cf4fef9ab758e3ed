import { useEffect, useState } from 'react';

/**
 * A value that has stayed the same for a while (ms): what follows typing and need not follow each letter. A list is the
 * same while it keeps its identity.
 */
export function useSettled<T extends string | readonly object[] | undefined>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [value, wait]);
  return settled;
}
