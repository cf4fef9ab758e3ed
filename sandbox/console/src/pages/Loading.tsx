import { Bullseye, Spinner } from '@patternfly/react-core';

/** Fills a page that is not there yet. */
export function Loading() {
  return (
    <Bullseye>
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}
