import type { Extension } from '@openshift/dynamic-plugin-sdk';

/** The types of extensions that the local console acts on. */
const supported = [
  'console.flag/model',
  'console.navigation/href',
  'console.page/route',
  'console.tab',
  'console.tab/horizontalNav',
];

/** The types that a plugin contributes and the local console does not know, each once. */
export function unsupportedTypes(extensions: readonly Extension[]): string[] {
  return [...new Set(extensions.map(({ type }) => type))].filter((type) => !supported.includes(type));
}

/** A page of a plugin. */
export type RoutePage = Extension<
  'console.page/route',
  { path: string | string[]; exact?: boolean; component: unknown }
>;
/** A tab on the details page of a kind. */
export type ResourceTab = Extension<
  'console.tab/horizontalNav',
  {
    model: { group?: string; version: string; kind: string };
    page: { name: string; href: string };
    component: unknown;
  }
>;
/** A tab in the horizontal navigation of a context. */
export type ContextTab = Extension<
  'console.tab',
  { contextId: string; name: string; href: string; component: unknown }
>;
/** A link in the navigation. */
export type NavLink = Extension<
  'console.navigation/href',
  {
    id: string;
    name: string;
    href: string;
    section?: string;
    perspective?: string;
    namespaced?: boolean;
    prefixNamespaced?: boolean;
    startsWith?: string[];
    insertBefore?: string | string[];
    insertAfter?: string | string[];
    dataAttributes?: Record<string, string>;
  }
>;

export const isRoutePage = (one: Extension): one is RoutePage => one.type === 'console.page/route';
export const isResourceTab = (one: Extension): one is ResourceTab => one.type === 'console.tab/horizontalNav';
export const isContextTab = (one: Extension): one is ContextTab => one.type === 'console.tab';
export const isNavLink = (one: Extension): one is NavLink => one.type === 'console.navigation/href';
