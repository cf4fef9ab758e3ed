import { notProvided } from './notProvided';

export const useQuickStartContext = notProvided('useQuickStartContext');
