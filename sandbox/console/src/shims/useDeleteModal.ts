import { notProvided } from './notProvided';

export const useDeleteModal = notProvided('useDeleteModal');
