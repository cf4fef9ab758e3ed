/** Values on a time axis that is told elsewhere; null is a gap. */
export type Values = readonly (number | null)[];
