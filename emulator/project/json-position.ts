import type * as Yaml from 'yaml';
import { tooDeepAt } from './too-deep.ts';

/** Line and column, both from 1, of `offset` in `text`. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Offset of the value at `path` in the JSON `text`, or of the nearest thing around it when there is no such value. */
export function keyOffset(text: string, path: readonly (string | number)[]): number {
  if (tooDeepAt(text) !== null) return 0;
  const document = yaml().parseDocument(text);
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Yaml.Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Offset at which `text` stops being JSON, given the `error` of `JSON.parse`, which does not always name one. */
export function syntaxOffset(text: string, error: Error): number {
  const named = /position (\d+)/.exec(error.message)?.[1];
  if (named !== undefined) return Number(named);
  if (error.message.includes('end of JSON')) return text.length;
  const deep = tooDeepAt(text);
  if (deep !== null) return deep;
  const document = yaml().parseDocument(text);
  return notJson(document) ?? document.errors[0]?.pos[0] ?? 0;
}

/** YAML takes bare words and other quotes where JSON does not: the first of those is the culprit. */
function notJson(document: Yaml.Document): number | undefined {
  let offset: number | undefined;
  yaml().visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'QUOTE_DOUBLE' || isJson(node.source ?? '')) return undefined;
      offset = node.range?.[0];
      return yaml().visit.BREAK;
    },
  });
  return offset;
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

/** Only a complaint needs positions, so only a complaint pays for the parser that knows them. */
function yaml(): typeof Yaml {
  return require('yaml') as typeof Yaml;
}
