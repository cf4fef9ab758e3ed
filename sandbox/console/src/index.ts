// Shared modules must be asked for asynchronously: this is the entry, and all else comes after it.
void import('./start');
