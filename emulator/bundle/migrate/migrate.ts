import { basename } from 'node:path';
import type { AnyNode } from 'acorn';
import type { Finding, Where } from '../../errors.ts';
import type { Generation } from '../../platform/generations.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import { bundleFunctions } from '../build.ts';
import type { Bundle, BundleResult } from '../bundle.ts';
import { isHandWritten } from '../hand-written.ts';
import { judge } from '../judge.ts';
import { parse } from '../parse.ts';
import { handlerName } from '../rules/handler-shape.ts';
import { requireName } from '../rules/imports.ts';
import { isFunction, topLevel } from '../rules/top-level.ts';
import { sourceMapOf } from '../source-map.ts';
import type { Change } from './change.ts';
import { configChanges } from './config.ts';
import { clientsOf, inOrder, scan } from './scan.ts';
import { strictCode } from './strict-code.ts';

/** What the way to v2 asks of one function. */
export interface Migration {
  function: string;
  /** The generation that it is written for; `null` for an `index.ts`, which serves both. */
  generation: Generation | null;
  /** Its own file, relative to the project's root. */
  file: string;
  changes: Change[];
  /** Whether its code could be looked at. */
  looked: boolean;
  /** Why it could not be looked at, or not fully, and what keeps it from being bundled. */
  findings: Finding[];
}

/** Complaints that leave nothing to be migrated, or would make the changes a guess. */
const inTheWay: readonly Finding['code'][] = ['syntax-error', 'no-lambda'];

/** Looks at each of `functions` of the project at `root`; nothing is written. */
export async function migrateFunctions(root: string, functions: FunctionSource[]): Promise<Migration[]> {
  const results = await bundleFunctions(root, functions, { generations: ['v1', 'v2'] });
  return Promise.all(
    functions.map((source) =>
      migrate(
        source,
        results.filter((result) => result.function === source.name),
      ),
    ),
  );
}

/** A file that does for both generations has nothing of v1 alone. */
async function migrate(source: FunctionSource, results: BundleResult[]): Promise<Migration> {
  const last = results.at(-1);
  const handWritten = isHandWritten(source);
  const migration: Migration = {
    function: source.name,
    generation: handWritten ? (last?.generation ?? null) : null,
    file: `functions/${source.name}/${basename(source.entry)}`,
    changes: [],
    looked: false,
    findings: last?.findings ?? [],
  };
  // What v2 lacks may be all that keeps an index.ts from being bundled for it.
  const { bundle } = results.findLast(({ bundle: each }) => each) ?? {};
  if (!bundle || migration.generation === 'v2') return { ...migration, looked: bundle != null };
  const { findings, ...seen } = await examine(bundle, source, migration);
  return {
    ...migration,
    ...seen,
    findings: last?.bundle ? findings : [...migration.findings, ...findings],
  };
}

async function examine(
  bundle: Bundle,
  source: FunctionSource,
  { file }: Migration,
): Promise<Pick<Migration, 'changes' | 'looked' | 'findings'>> {
  const handWritten = bundle.map === null;
  const judged = await judge(bundle, source);
  const blocking = judged.filter(({ code }) => inTheWay.includes(code));
  const parsed = await parse(bundle);
  if (blocking.length > 0 || parsed.program === null) {
    return { changes: [], looked: false, findings: blocking };
  }
  // The shape of a hand-written handler is a change among the others.
  const findings = handWritten ? [] : judged.filter(({ code }) => code === 'wrong-lambda');
  const { program } = parsed;
  const places = sourceMapOf(bundle);
  const place = (line: number, column: number): Where => places(line, column + 1) ?? { file };
  const handler = topLevel(program, handlerName(bundle) ?? 'lambda');
  const changes = await scan({
    bundle,
    program,
    entry: file,
    required: requireName(bundle.code),
    handler: isFunction(handler) ? handler : undefined,
    clients: await clientsOf(program),
    folder: source.folder,
    at: (node: AnyNode) => place(node.loc?.start.line ?? 1, node.loc?.start.column ?? 0),
  });
  // What stands nowhere in the source is of lpf-bundle's own, as its fetch for v1.
  if (!handWritten)
    return { changes: changes.filter(({ where }) => where.line !== undefined), looked: true, findings };
  const strict = await strictCode(bundle, ({ line, column }) => place(line, column));
  return { changes: [...inOrder([...changes, ...strict]), ...configChanges(source)], looked: true, findings };
}
