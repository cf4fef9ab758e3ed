import { lazy } from 'react';

// What most visits do not need comes in chunks of its own.

/** The open menu of a row. */
export const RowMenu = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './table/RowMenu');
  return { default: module.RowMenu };
});

/** The dialog about the columns. */
export const ColumnsDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './toolbar/ColumnsDialog');
  return { default: module.ColumnsDialog };
});

/** What is wrong with the whole page. */
export const FleetTrouble = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './notices/FleetTrouble');
  return { default: module.FleetTrouble };
});

/** What stands in the place of the whole page. */
export const Instead = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './notices/Instead');
  return { default: module.Instead };
});

/** The GPUs while Prometheus cannot be asked. */
export const NodeGpus = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './summary/NodeGpus');
  return { default: module.NodeGpus };
});

/** What stands in the place of the rows. */
export const NoMatch = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './notices/NoMatch');
  return { default: module.NoMatch };
});

/** What KServe serves beside the models. */
export const LlmServices = lazy(async () => {
  const module = await import('./llm/LlmServices');
  return { default: module.LlmServices };
});

/** A change that was asked for in the table, with all that writes to the cluster. */
export const FleetChange = lazy(async () => {
  const module = await import(/* webpackChunkName: "change" */ './changes/FleetChange');
  return { default: module.FleetChange };
});

/** The acts on the selected rows. */
export const BulkBar = lazy(async () => {
  const module = await import(/* webpackChunkName: "more" */ './bulk/BulkBar');
  return { default: module.BulkBar };
});

/** What an act on several models will do, and what becomes of it. */
export const BulkDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "change" */ './bulk/BulkDialog');
  return { default: module.BulkDialog };
});
