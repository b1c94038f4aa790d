import { mapTexts } from '../lib/map-texts';
import { settings } from '../lib/setting';
import { texts } from './texts';

/** Where an answer holds what the consumer reads, in structured content too. */
const read = new Set(['messages', 'message', 'text', 'title', 'tooltip', 'name']);

/** A copy of the answer without the words of FORBIDDEN_WORDS, whole words only, in upper or lower case. */
export function withoutForbiddenWords<Answer>(answer: Answer): Answer {
  const words = settings('FORBIDDEN_WORDS');
  if (words.length === 0) return answer;
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const expression = new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${any})(?![\\p{L}\\p{Nd}])`, 'giu');
  return mapTexts(answer, read, (text) => text.replace(expression, texts.blank));
}
