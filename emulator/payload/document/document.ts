import type { EmulatorError } from '../../errors.ts';
import { lineAndColumn, syntaxOffset } from '../../project/json-position.ts';
import { duplicateKey } from './json-duplicates.ts';
import type { PayloadDocument } from './payload-document.ts';
import { type NotPlain, notPlain } from './plain.ts';
import { preparedValue } from './prepared.ts';
import { emptyText, longestText, tooLarge, unparsable } from './unparsable.ts';

/**
 * Parses JSON or YAML. JSON never loads the YAML parser unless a complaint needs its positions.
 * Throws `unparsable-payload`, with the position, for a text that is neither, empty, too large, too deep, or has a key
 * twice.
 */
export async function parseDocument(text: string, file: string): Promise<PayloadDocument> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') throw emptyText(file);
  if (body.length > longestText) throw tooLarge(file, body.length);
  const document = parseJson(body, file) ?? usePrepared(body, file) ?? (await parseYaml(body, file));
  const fault = notPlain(document.value);
  if (fault) throw await faulty(document, fault);
  return document;
}

/** Positions are only asked for when something is wrong. */
async function parseYaml(text: string, file: string): Promise<PayloadDocument> {
  return (await import('./yaml-document.ts')).parseYaml(text, file);
}

function usePrepared(text: string, file: string): PayloadDocument | null {
  const value = preparedValue(text);
  return value === undefined ? null : { file, value, locate: locateLater(text, file) };
}

function locateLater(text: string, file: string): PayloadDocument['locate'] {
  return async (path, spot) => (await parseYaml(text, file)).locate(path, spot);
}

/** `null` for a text that is not JSON but may be YAML. */
function parseJson(text: string, file: string): PayloadDocument | null {
  const strict = file.endsWith('.json');
  if (!strict && !/^\s*[{["]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    refuseDuplicates(text, file);
    return { file, value, locate: locateLater(text, file) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (!strict) return null;
    const where = { file, ...lineAndColumn(text, syntaxOffset(text, error)) };
    throw unparsable(
      `${file} is not JSON: ${reason(error)}`,
      where,
      'correct it there, or name the file .yaml',
    );
  }
}

function reason({ message }: SyntaxError): string {
  return message.replace(/ in JSON at position .*$/s, '').replace(/, (\.{3})?".*$/s, '');
}

function refuseDuplicates(text: string, file: string): void {
  const twice = duplicateKey(text);
  if (!twice) return;
  const where = { file, ...lineAndColumn(text, twice.offset) };
  throw unparsable(`${file} has the key "${twice.key}" twice in one object`, where, 'remove one of the two');
}

async function faulty(document: PayloadDocument, { path, message }: NotPlain): Promise<EmulatorError> {
  const where = path.length ? await document.locate(path) : { file: document.file };
  return unparsable(`${document.file} ${message}`, where, 'give values that JSON can carry');
}
