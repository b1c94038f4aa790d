import type { Answer, Loss, ThrownError } from '../runtime/protocol.ts';

/** An answer, and what its JSON text says. */
export interface Read {
  answer: Answer;
  result?: unknown;
}

/**
 * Reads what an instance sent: it was written where the function lives, by means that a function can take to pieces.
 * `null` for what is no answer.
 */
export function readAnswerText(text: string): Read | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (!isAnswer(answer)) return null;
    if (answer.kind !== 'result' || answer.json === undefined) return { answer };
    return { answer, result: JSON.parse(answer.json) as unknown };
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, json, losses, size, message, error } = value as Record<string, unknown>;
  switch (kind) {
    case 'result':
      return areLosses(losses) && (json === undefined || typeof json === 'string');
    case 'too-large':
      return typeof size === 'number';
    case 'unserializable':
      return areLosses(losses) && typeof message === 'string';
    case 'error':
      return isThrown(error);
    default:
      return kind === 'no-answer';
  }
}

function areLosses(value: unknown): value is Loss[] {
  return Array.isArray(value) && value.every((loss) => hasTexts(loss, ['path', 'what']));
}

function isThrown(value: unknown): value is ThrownError {
  return hasTexts(value, ['name', 'message', 'stack']);
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}
