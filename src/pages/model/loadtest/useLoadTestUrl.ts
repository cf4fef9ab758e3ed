import { useUrlParameters, withParameters } from '../../../data/useUrlParameters';

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
  const [parameters, change] = useUrlParameters();
  const value = parameters.get(parameter) ?? '';
  function set(next: string | undefined): void {
    // Back must not open the dialog again.
    change((before) => withParameters(before, { [parameter]: next }), { replace: next !== dialog });
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
