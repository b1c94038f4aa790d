/** A key that one object of a JSON text has twice; `offset` is that of the second. */
export interface Duplicate {
  key: string;
  offset: number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
const keyEnd = /\s*:/y;

/**
 * The first key that stands twice in one object of `text`, which is known to be JSON: `JSON.parse` keeps the last one
 * and says nothing. `null` when every key is unique.
 */
export function duplicateKey(text: string): Duplicate | null {
  const scopes: Set<string>[] = [];
  for (const { 0: token, index: offset } of text.matchAll(tokens)) {
    if (token === '{' || token === '[') scopes.push(new Set());
    else if (token === '}' || token === ']') scopes.pop();
    else if (isKey(text, offset + token.length)) {
      const key = JSON.parse(token) as string;
      const scope = scopes.at(-1);
      if (scope?.has(key)) return { key, offset };
      scope?.add(key);
    }
  }
  return null;
}

function isKey(text: string, end: number): boolean {
  keyEnd.lastIndex = end;
  return keyEnd.test(text);
}
