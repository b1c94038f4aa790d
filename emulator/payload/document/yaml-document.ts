import * as yaml from 'yaml';
import type { EmulatorError, Where } from '../../errors.ts';
import { lineAndColumn } from '../../project/json-position.ts';
import type { PayloadDocument, Spot } from './payload-document.ts';
import type { Path } from './path.ts';
import { tooDeepAt } from '../../project/too-deep.ts';
import { unparsable } from './unparsable.ts';

/** An alias bomb expands one line to millions; no payload needs more aliases than this. */
const maxAliasCount = 100;

/**
 * Parses YAML 1.2, or JSON for the sake of its positions; keys are unique, tags that JSON has no value for are refused.
 * Throws `unparsable-payload` with the position.
 */
export function parseYaml(text: string, file: string): PayloadDocument {
  const deep = tooDeepAt(text);
  if (deep !== null) throw tooDeep(text, file, deep);
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const at = (offset: number): Where => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const wrong = document.errors[0] ?? document.warnings[0];
  if (wrong) {
    const [offset] = wrong.pos;
    throw unparsable(`${file} is not YAML: ${plain(wrong)}`, at(offset), cureOf(text, offset));
  }
  return {
    file,
    value: toValue(document, file),
    locate: async (path, spot) => at(offsetOf(document, path, spot)),
  };
}

function tooDeep(text: string, file: string, offset: number): EmulatorError {
  const where = { file, ...lineAndColumn(text, offset) };
  return unparsable(`${file} is nested too deep to be read`, where, 'take levels or indentation out');
}

/** In flow style a bracket begins a list, so that a key such as elements[0].text ends at it. */
function cureOf(text: string, offset: number): string {
  const [before] = /(?<=[{,]\s*)[\w.]+$/.exec(text.slice(Math.max(0, offset - 80), offset)) ?? [''];
  const [after] = /^\[\d+\][\w.[\]]*(?=\s*:)/.exec(text.slice(offset, offset + 80)) ?? [''];
  return before && after ? `put the key in quotes: "${before}${after}"` : 'correct it there';
}

function plain({ code, message }: yaml.YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'it holds several documents';
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function toValue(document: yaml.Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount });
  } catch (error) {
    const bomb = (error as Error).message.startsWith('Excessive alias count');
    const said = bomb
      ? `its aliases expand to more than ${maxAliasCount} times what they name`
      : plain(error as yaml.YAMLError);
    throw unparsable(
      `${file} is not usable YAML: ${said}`,
      { file },
      'write the values out instead of aliases',
    );
  }
}

function offsetOf(document: yaml.Document, path: Path, spot: Spot = 'value'): number {
  let node = resolved(document, document.contents);
  let offset = startOf(node);
  for (const [depth, key] of path.entries()) {
    const pair = yaml.isMap(node) ? pairOf(node, key) : undefined;
    const next = pair ? pair.value : yaml.isSeq(node) ? node.items[Number(key)] : undefined;
    if (next === undefined) break;
    const wantsKey = pair && (spot === 'key' ? depth === path.length - 1 : yaml.isCollection(next));
    offset = (wantsKey ? startOf(pair.key) : startOf(next)) ?? offset;
    node = resolved(document, next);
  }
  return offset ?? 0;
}

function pairOf(map: yaml.YAMLMap, key: string | number): yaml.Pair | undefined {
  return map.items.find(
    (pair) => String(yaml.isScalar(pair.key) ? pair.key.value : pair.key) === String(key),
  );
}

function resolved(document: yaml.Document, node: unknown): unknown {
  return yaml.isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown): number | undefined {
  return yaml.isNode(node) ? node.range?.[0] : undefined;
}
