import { notProvided } from './notProvided';

export const useListPageFilter = notProvided('useListPageFilter');
