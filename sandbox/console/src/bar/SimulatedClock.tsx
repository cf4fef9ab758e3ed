import { useEffect, useRef } from 'react';

const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', hour12: false });
const refresh = 250;

/** The simulated time. It is written past React: four renders a second would disturb whoever measures the page. */
export function SimulatedClock() {
  const element = useRef<HTMLTimeElement>(null);
  useEffect(() => {
    let timer: number | undefined;
    const show = (): void => {
      const now = new Date();
      if (element.current !== null) {
        element.current.textContent = format.format(now);
        element.current.dateTime = now.toISOString();
      }
      timer = window.SANDBOX_TIME.setTimeout(show, refresh);
    };
    show();
    return () => {
      window.SANDBOX_TIME.clearTimeout(timer);
    };
  }, []);
  return (
    <span className="sandbox__bar-field">
      Simulated time <time ref={element} className="sandbox__clock" />
    </span>
  );
}
