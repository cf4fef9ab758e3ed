import { useEffect, useState } from 'react';

/** A graph is drawn when it is about to be scrolled into view. */
const margin = '200px';

/** Whether an element is in view, or nearly so. */
export function useVisible(): [visible: boolean, attach: (element: HTMLElement | null) => void] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setVisible(entries.at(-1)?.isIntersecting ?? false);
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return [visible, setElement];
}
