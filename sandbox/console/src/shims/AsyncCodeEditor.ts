import { notProvided } from './notProvided';

export const AsyncCodeEditor = notProvided('AsyncCodeEditor');
