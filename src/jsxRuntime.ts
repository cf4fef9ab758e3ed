import { createElement, Fragment } from 'react';
import type { Attributes, ElementType, ReactElement } from 'react';

/**
 * What the compiled views call for each element. The console shares React, but not this entry of it: React's own file
 * would be a copy in each chunk of a page, and has more to it than its production build does.
 */
export function jsx(type: ElementType, props: Attributes, key?: string): ReactElement {
  return createElement(type, key === undefined ? props : { ...props, key });
}

export { Fragment, jsx as jsxs };
