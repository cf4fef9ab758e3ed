/**
 * Seconds by which a change is seen late: kube-state-metrics is scraped each 60 s, the engines each 30 s, and the HPA
 * syncs each 15 s.
 */
export const seenLate = 105;
