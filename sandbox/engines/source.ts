import type { EngineRequest } from './engine';

/** Where requests come from. Times are simulated milliseconds. */
export interface Source {
  /** When it has something to do next; Infinity when nothing more comes. */
  readonly nextEventAt: number;
  /** Does what is due at nextEventAt; returns a request if one comes. */
  next(): SourcedRequest | undefined;
  /** The request was answered; returns the one that its client sends next, if any. */
  answered(request: SourcedRequest, now: number): SourcedRequest | undefined;
  /** The request was lost or refused. */
  failed(request: SourcedRequest, now: number): void;
}

/** A request, and who waits for its answer. */
export interface SourcedRequest extends EngineRequest {
  readonly source: Source;
  /** A client waits for the answer to send the next. */
  readonly fromClient: boolean;
}
