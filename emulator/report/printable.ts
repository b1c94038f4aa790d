/**
 * Characters that a terminal acts upon instead of showing: control characters (escape sequences begin with one) and the
 * marks that turn the direction of text, with which a text can pretend to be another.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` on one line, with everything that a terminal would act upon written as an escape such as `\u001b`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => names[character] ?? escaped(character));
}

/** `text` as lines, each of them printable. */
export function printableLines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => printable(line.replaceAll('\t', '  ')));
}

/** A character as JSON and JavaScript write it. */
export function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** JSON text that is still the same JSON and safe to print: what JSON itself leaves as it is gets escaped too. */
export function printableJson(value: unknown): string | undefined {
  const text: string | undefined = JSON.stringify(value, null, 2);
  return text?.replace(unprintable, (character) => (character === '\n' ? character : escaped(character)));
}
