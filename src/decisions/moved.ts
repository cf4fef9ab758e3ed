import type { Decision } from './decision';

/** The decision at another time, from which its replicas took the longer, or shorter, to become ready. */
export function movedTo(at: number, decision: Decision): Decision {
  const { readiness } = decision;
  if (readiness?.seconds === undefined) return { ...decision, at };
  return { ...decision, at, readiness: { ...readiness, seconds: readiness.seconds + decision.at - at } };
}
