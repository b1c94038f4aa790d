import type { Id } from '../events/automatic-messages';

/** An id as a text; some are documented as numbers and seen as texts. */
export function idText(id: Id | null | undefined): string | null {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
