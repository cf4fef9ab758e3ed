import { notProvided } from './notProvided';

export const useActiveColumns = notProvided('useActiveColumns');
