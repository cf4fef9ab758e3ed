import { useSearchParams } from 'react-router';

const parameter = 'loadtest';
/** Not a name that a Job could have. */
const dialog = '+';

/** What the URL says of load tests, so that a reload goes on with it. */
export interface LoadTestUrl {
  /** The dialog that starts one is open. */
  asks: boolean;
  /** The Job that is looked at. */
  chosen?: string;
  ask: () => void;
  choose: (name: string | undefined) => void;
}

/** Keeps in the URL which load test is looked at. */
export function useLoadTestUrl(): LoadTestUrl {
  const [parameters, setParameters] = useSearchParams();
  const value = parameters.get(parameter) ?? '';
  function set(next: string | undefined): void {
    setParameters((before) => {
      const after = new URLSearchParams(before);
      if (next === undefined) after.delete(parameter);
      else after.set(parameter, next);
      return after;
    });
  }
  return {
    asks: value === dialog,
    ...(value === '' || value === dialog ? {} : { chosen: value }),
    ask: () => {
      set(dialog);
    },
    choose: set,
  };
}
