import { notProvided } from './notProvided';

export const useLabelsModal = notProvided('useLabelsModal');
