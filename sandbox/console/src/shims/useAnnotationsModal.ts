import { notProvided } from './notProvided';

export const useAnnotationsModal = notProvided('useAnnotationsModal');
