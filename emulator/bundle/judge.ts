import { basename } from 'node:path';
import type { AnyNode } from 'acorn';
import type { Finding, Where } from '../errors.ts';
import { type Limits, limitsOf } from '../platform/limits.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Bundle } from './bundle.ts';
import { parse, type Position } from './parse.ts';
import { commonJs } from './rules/common-js.ts';
import { consoleMethod } from './rules/console-method.ts';
import { credential } from './rules/credential.ts';
import { dynamicCode } from './rules/dynamic-code.ts';
import { handlerShape } from './rules/handler-shape.ts';
import { requireName } from './rules/imports.ts';
import { leftOverExport } from './rules/left-over-export.ts';
import { missingClient } from './rules/missing-client.ts';
import { moduleNotOffered } from './rules/module-not-offered.ts';
import { nonLiteralImport } from './rules/non-literal-import.ts';
import type { Judged, Rule } from './rules/rule.ts';
import { tooLarge } from './rules/too-large.ts';
import { topLevelAwait } from './rules/top-level-await.ts';
import { sourceMapOf } from './source-map.ts';
import { syntaxError } from './syntax.ts';

const rules: readonly Rule[] = [
  handlerShape,
  leftOverExport,
  topLevelAwait,
  commonJs,
  moduleNotOffered,
  nonLiteralImport,
  dynamicCode,
  consoleMethod,
  missingClient,
  credential,
];

/**
 * What the platform would not like about `bundle`, each place in the user's own source, sorted by place. A bundled
 * source that no rule suspects is not even parsed; a hand-written file always is, for its syntax.
 */
export async function judge(
  bundle: Bundle,
  source: FunctionSource,
  limits: Limits = limitsOf(bundle.generation),
): Promise<Finding[]> {
  const entry = `functions/${source.name}/${basename(source.entry)}`;
  const suspecting = rules.filter((rule) => rule.suspects(bundle));
  const size = tooLarge(bundle, entry, limits);
  if (suspecting.length === 0) return size;
  const locate = locator(bundle, entry);
  const parsed = await parse(bundle);
  if (parsed.program === null) {
    const { message, position } = parsed;
    return [...size, syntaxError(message, locate(position))];
  }
  const at = (node: AnyNode) => locate(node.loc?.start ?? { line: 1, column: 0 });
  const judged: Judged = { bundle, program: parsed.program, entry, required: requireName(bundle.code), at };
  const found = suspecting.flatMap((rule) => rule.program?.(judged) ?? []);
  return [...size, ...sorted([...found, ...(await walk(judged, suspecting))])];
}

/** The map is only read when there is something to place. */
function locator(bundle: Bundle, entry: string): (position: Position) => Where {
  let sourceMap: ReturnType<typeof sourceMapOf> | undefined;
  return ({ line, column }) => {
    sourceMap ??= sourceMapOf(bundle);
    return sourceMap(line, column + 1) ?? { file: entry };
  };
}

async function walk(judged: Judged, suspecting: readonly Rule[]): Promise<Finding[]> {
  const { fullAncestor } = await import('acorn-walk');
  const findings: Finding[] = [];
  fullAncestor(judged.program, (node, _, ancestors) => {
    for (const rule of suspecting) {
      findings.push(...(rule.node?.(node, judged, ancestors) ?? []));
    }
  });
  return findings;
}

/** By file, line and column, each complaint about a place once. */
function sorted(findings: Finding[]): Finding[] {
  const unique = new Map(findings.map((finding) => [place(finding), finding]));
  return [...unique.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, finding]) => finding);
}

function place({ code, where }: Finding): string {
  return [where?.file, pad(where?.line), pad(where?.column), code].join(':');
}

function pad(value = 0): string {
  return String(value).padStart(8, '0');
}
