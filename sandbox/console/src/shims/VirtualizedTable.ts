import { notProvided } from './notProvided';

export default notProvided('VirtualizedTable');
export const TableData = notProvided('TableData');
