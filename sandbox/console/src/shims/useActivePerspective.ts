import { notProvided } from './notProvided';

const perspective = ['admin', notProvided('setActivePerspective')] as const;

/** The local console has one perspective, the one that OpenShift calls "Core platform". */
export default function useActivePerspective(): typeof perspective {
  return perspective;
}
