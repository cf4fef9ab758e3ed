import { notProvided } from './notProvided';

export const WrappedResourceEventStream = notProvided('WrappedResourceEventStream');
