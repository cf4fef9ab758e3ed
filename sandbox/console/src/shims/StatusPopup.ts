import { notProvided } from './notProvided';

export default notProvided('StatusPopupItem');
export const StatusPopupSection = notProvided('StatusPopupSection');
