import { lazy } from 'react';

// The words stand first; what draws and what few visits need comes in chunks of its own.

const graphSection = () => import(/* webpackChunkName: "graphs" */ './GraphSection');
const scalingGraphs = () => import(/* webpackChunkName: "drawing" */ './ScalingGraphs');

/** Fetches what the overview will need, while the model itself is still being read. */
export function preloadGraphs(): void {
  // Should it fail, the view that needs it fails and says so.
  void Promise.allSettled([graphSection(), scalingGraphs()]);
}

/** The graphs with their toolbar. */
export const GraphSection = lazy(async () => ({ default: (await graphSection()).GraphSection }));

/** The drawn graphs: the drawing library is most of the page's weight. */
export const ScalingGraphs = lazy(async () => ({ default: (await scalingGraphs()).ScalingGraphs }));

/** The dialog that turns the autoscaling on. */
export const TurnOn = lazy(async () => {
  const module = await import(/* webpackChunkName: "turn-on" */ '../../acts/TurnOn');
  return { default: module.TurnOn };
});

/** What became of a saved policy. */
export const FollowedSave = lazy(async () => {
  const module = await import(/* webpackChunkName: "turn-on" */ '../../acts/FollowedSave');
  return { default: module.FollowedSave };
});

/** What stands between a model and its scaling. */
export const Findings = lazy(async () => {
  const module = await import(/* webpackChunkName: "acts" */ '../../acts/Findings');
  return { default: module.Findings };
});

/** The rarer acts on a model. */
export const ActsMenu = lazy(async () => {
  const module = await import(/* webpackChunkName: "acts" */ '../../acts/ActsMenu');
  return { default: module.ActsMenu };
});

/** The load test that is under way, or that the URL names. */
export const LoadTests = lazy(async () => {
  const module = await import(/* webpackChunkName: "graphs" */ './loadtest/LoadTests');
  return { default: module.LoadTests };
});

/** What is special about a model that goes to zero. */
export const ScaleToZero = lazy(async () => {
  const module = await import(/* webpackChunkName: "acts" */ './scaletozero/ScaleToZero');
  return { default: module.ScaleToZero };
});

/** A load test while it runs, and its result. */
export const LoadTestWatch = lazy(async () => {
  const module = await import(/* webpackChunkName: "loadtest" */ './loadtest/LoadTestWatch');
  return { default: module.LoadTestWatch };
});

/** The dialog that starts a load test. */
export const LoadTestDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "loadtest" */ './loadtest/LoadTestDialog');
  return { default: module.LoadTestDialog };
});

/** A graph as a table. */
export const TableDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "lane-dialogs" */ './lanes/TableDialog');
  return { default: module.TableDialog };
});

/** The queries behind a graph. */
export const QueryDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "lane-dialogs" */ './lanes/QueryDialog');
  return { default: module.QueryDialog };
});

/** Asks for a part of the past. */
export const SpanDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "lane-dialogs" */ './toolbar/SpanDialog');
  return { default: module.SpanDialog };
});

/** The pods of the model. */
export const Pods = lazy(async () => ({ default: (await import('./pods/Pods')).Pods }));

/** The events of the model. */
export const Events = lazy(async () => ({ default: (await import('./events/Events')).Events }));
