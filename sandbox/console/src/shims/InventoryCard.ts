import { notProvided } from './notProvided';

export default notProvided('InventoryItem');
export const InventoryItemTitle = notProvided('InventoryItemTitle');
export const InventoryItemBody = notProvided('InventoryItemBody');
export const InventoryItemStatus = notProvided('InventoryItemStatus');
export const InventoryItemLoading = notProvided('InventoryItemLoading');
