import type * as Yaml from 'yaml';

/** A piece of a text, and what stands in its place from now on. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The JSON text of a `settings.json` with new values of secrets, by key; everything else stays as it is, to the last
 * blank. `written` are the keys that are there.
 */
export function withNewValues(
  text: string,
  values: ReadonlyMap<string, unknown>,
): { text: string; written: string[] } {
  const edits = new Map<string, Edit>();
  for (const { key, range } of secretsIn(text)) {
    if (!values.has(key)) continue;
    const [start, end] = range;
    edits.set(key, { start, end, text: written(values.get(key), text, start, end) });
  }
  const last = [...edits.values()].toSorted((a, b) => b.start - a.start);
  return {
    text: last.reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text),
    written: [...edits.keys()],
  };
}

/** The secrets of a text that is known to be good JSON settings, each with where its value stands. */
function secretsIn(text: string): { key: string; range: [start: number, end: number] }[] {
  const yaml = require('yaml') as typeof Yaml;
  const list = yaml.parseDocument(text).getIn(['secrets']);
  if (!yaml.isSeq(list)) return [];
  return list.items.flatMap((item) => {
    if (!yaml.isMap(item)) return [];
    const value = item.get('value', true);
    if (!value?.range) return [];
    return [{ key: String(item.get('key')), range: [value.range[0], value.range[1]] as [number, number] }];
  });
}

/** A value that took several lines takes several again, indented as what surrounds it. */
function written(value: unknown, text: string, start: number, end: number): string {
  if (!text.slice(start, end).includes('\n')) return JSON.stringify(value);
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const step = /\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return JSON.stringify(value, null, step).replaceAll('\n', `\n${indent}`);
}
