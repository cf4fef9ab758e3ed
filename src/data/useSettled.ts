import { useEffect, useState } from 'react';

/** A value that has stayed the same for a while (ms): what follows typing and need not follow each letter. */
export function useSettled<T extends string | undefined>(value: T, wait: number): T {
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
