/** Shorter values are words that stand in texts anyway, such as `true` or a port. */
export const shortest = 6;

/** Every text that gives a secret away: its own, or one by one those of an object, each as it may be spelt. */
export function textsOfSecret(value: unknown): string[] {
  const own = textsOf(typeof value === 'number' ? String(value) : value);
  return [...new Set(own.flatMap(spellings))];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  if (typeof value !== 'string') return [];
  return [value, ...rewritten(value)].filter(({ length }) => length >= shortest);
}

/** A text that is JSON, as it is when it was read and is written again. */
function rewritten(text: string): string[] {
  if (!/^\s*[{[]/.test(text)) return [];
  try {
    return [JSON.stringify(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** In JSON, in JSON that is a text in JSON, in a URL, and in base64. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  // By way of its bytes: half a surrogate pair cannot be encoded.
  const whole = bytes.toString();
  const encoded = [encodeURI(whole), encodeURIComponent(whole), bytes.toString('base64')];
  return [text, inJson(text), inJson(inJson(text)), ...encoded];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
