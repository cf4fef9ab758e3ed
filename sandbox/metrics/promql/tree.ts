import type { SyntaxNode } from '@lezer/common';
import type { PromqlError } from './promqlError';
import { parseError } from './promqlError';
import { numberValue, stringValue } from './literals';

/** A query's text, with what the parser needs to read nodes of its syntax tree. */
export class Source {
  constructor(readonly query: string) {}

  text(node: SyntaxNode): string {
    return this.query.slice(node.from, node.to);
  }

  error(node: { from: number }, message: string): PromqlError {
    return parseError(this.query, node.from, message);
  }

  /** The value of a StringLiteral. */
  string(node: SyntaxNode): string {
    try {
      return stringValue(this.text(node));
    } catch (error) {
      throw this.error(node, error instanceof Error ? error.message : String(error));
    }
  }

  /** Milliseconds of a duration; only a number or duration with a sign is supported, no arithmetic. */
  duration(node: SyntaxNode): number {
    const [first, second] = children(node);
    if (first?.name === 'UnaryOp' && second !== undefined) {
      return (this.text(first) === '-' ? -1 : 1) * this.duration(second);
    }
    if (first?.name !== 'NumberDurationLiteralInDurationContext') {
      throw this.error(node, `the duration expression "${this.text(node)}" is not supported`);
    }
    const seconds = numberValue(this.text(first));
    if (!Number.isFinite(seconds)) throw this.error(node, `bad duration "${this.text(first)}"`);
    return Math.round(seconds * 1000);
  }
}

/** The child nodes in the order of the text. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}
