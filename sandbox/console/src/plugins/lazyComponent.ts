import type { CodeRef } from '@openshift/dynamic-plugin-sdk';
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';

/** A component of a plugin; what it gets depends on the extension. */
export type PluginComponent = ComponentType<Record<string, unknown>>;

const known = new WeakMap<object, LazyExoticComponent<PluginComponent>>();

/** The component behind a code reference, loaded when it is first shown; the same reference gives the same component. */
export function lazyComponent(reference: unknown): LazyExoticComponent<PluginComponent> {
  const load = reference as CodeRef<PluginComponent>;
  const existing = known.get(load);
  if (existing !== undefined) return existing;
  const component = lazy(async () => ({ default: await load() }));
  known.set(load, component);
  return component;
}
