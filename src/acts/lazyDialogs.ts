import { lazy } from 'react';

// The dialogs bring all that writes to the cluster; the page that names the acts does without them.

/** Pauses in one of several ways. */
export const PauseDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "turn-on" */ './PauseDialog');
  return { default: module.PauseDialog };
});

/** Ends the autoscaling at a number of replicas. */
export const FixDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "turn-on" */ './FixDialog');
  return { default: module.FixDialog };
});

/** Removes an object that was left behind. */
export const RemoveDialog = lazy(async () => {
  const module = await import(/* webpackChunkName: "turn-on" */ './RemoveDialog');
  return { default: module.RemoveDialog };
});
