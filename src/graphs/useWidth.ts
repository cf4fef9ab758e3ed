import { useEffect, useState } from 'react';

const grain = 10;

/** The width of an element in pixels, in steps of 10 so that a drawing does not follow every pixel; 0 until it is known. */
export function useWidth(): [width: number, attach: (element: HTMLElement | null) => void] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width / grain) * grain);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return [width, setElement];
}
