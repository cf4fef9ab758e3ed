import { useCallback, useLayoutEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** What is to be written: a value, or none (undefined), by name. Other parameters stay. */
export type UrlChange = Readonly<Record<string, string | undefined>>;

/** Makes the parameters anew out of those that are there. */
export type ChangeUrl = (
  change: (before: URLSearchParams) => URLSearchParams,
  options?: { replace?: boolean },
) => void;

/** What was written since a location was drawn. */
const written = new WeakMap<object, URLSearchParams>();

/**
 * The parameters of the page's URL, and how to change them. Of several changes before the next drawing the router alone
 * would keep the last one only; here each begins with what those before it wrote, whichever hook they came from. The
 * function that changes them is always the same: what only changes them need not be drawn anew with each URL.
 */
export function useUrlParameters(): readonly [URLSearchParams, ChangeUrl] {
  const [parameters, setParameters] = useSearchParams();
  const location = useLocation();
  const shown = { location, parameters, setParameters };
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  const change = useCallback<ChangeUrl>((make, options) => {
    const { location, parameters, setParameters } = latest.current;
    const after = make(written.get(location) ?? parameters);
    written.set(location, after);
    setParameters(after, options);
  }, []);
  return [parameters, change];
}

/** The parameters with these values; an undefined one is taken away. */
export function withParameters(before: URLSearchParams, change: UrlChange): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) after.delete(name);
    else after.set(name, value);
  }
  return after;
}
