import { notProvided } from './notProvided';

export const AsyncResourceYAMLEditor = notProvided('AsyncResourceYAMLEditor');
