import { notProvided } from './notProvided';

export const QueryBrowser = notProvided('QueryBrowser');
