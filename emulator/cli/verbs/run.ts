import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'node:path';
import { bundleFunctions } from '../../bundle/build.ts';
import type { BundleResult } from '../../bundle/bundle.ts';
import { type Judgement, judgeAll } from '../../bundle/judge-all.ts';
import { EmulatorError, type Finding } from '../../errors.ts';
import { Invoker } from '../../invoke/invoker.ts';
import { type Row, runMatrix } from '../../invoke/matrix.ts';
import { type Generation, generations } from '../../platform/generations.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { type Payloads, payloadsFor } from '../../payload/payloads.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import { loadProject } from '../../project/load.ts';
import type { BrokenFunction, RunReport } from '../../report/report.ts';
import { passed } from '../../report/report.ts';
import type { Engine } from '../../runtime/protocol.ts';
import { exits } from '../main.ts';
import { progress } from '../progress.ts';
import { printReports, reportersOf } from '../reporters.ts';
import type { Terminal } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';

export interface RunOptions {
  generation?: Generation | 'all';
  engine: Engine;
  payload: string[];
  repeat: string;
  cold?: true;
  concurrency?: string;
  limit: string[];
  reporter: string[];
  json?: true;
}

/** Children that are started before it is known which bundles there are. */
const mostAhead = 6;

/** `lpf-emulator run`: bundles the functions, feeds them their payloads, reports, and says with its exit code how it went. */
export async function run(terminal: Terminal, names: string[], options: RunOptions): Promise<number> {
  const began = performance.now();
  const reporters = reportersOf(options.reporter, options.json === true);
  const limits = parseLimits(options.limit);
  const repeat = wholeNumber('--repeat', options.repeat);
  const concurrency = wholeNumber('--concurrency', options.concurrency ?? String(availableParallelism()));
  const { root, functions, broken, settings } = loadProject(
    terminal.cwd,
    names.length > 0 ? names : undefined,
  );

  const wanted = generationsOf(options);
  const invoker = new Invoker({ settings, engine: options.engine, limits });
  // Children start while the sources are bundled and the payloads read.
  invoker.startAhead(Math.min(functions.length * wanted.length, mostAhead));
  try {
    const [results, payloads] = await Promise.all([
      bundleFunctions(root, functions, { generations: wanted }),
      Promise.all(functions.map((source) => payloadsFor(root, source))),
    ]);
    const fed = functions.map((source, index) => ({ source, ...chosen(payloads[index], options.payload) }));
    assertChosen(payloads, options.payload);
    const rows = toRows(results, fed);
    const { done, onRecord } = progress(terminal, rows, repeat);
    // The first calls go out before the rules are applied: the functions run meanwhile.
    const [records, judged] = await Promise.all([
      runMatrix(invoker, rows, { repeat, cold: options.cold === true, concurrency, onRecord }),
      nextTurn().then(() => judgeAll(functions, results, limits)),
    ]);
    done();
    const report: RunReport = {
      records,
      broken: [
        ...broken.map(({ name, findings }) => ({ function: name, generation: null, findings })),
        ...fed.flatMap(brokenPayloads),
        ...judged.flatMap(rejected),
      ],
      warnings: judged.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'warning')),
      elapsed: performance.now() - began,
    };
    await printReports(terminal, reporters, report);
    return passed(report) ? exits.good : exits.short;
  } finally {
    await invoker.close();
  }
}

function generationsOf({ generation = 'all' }: RunOptions): readonly Generation[] {
  return generation === 'all' ? generations : [generation];
}

function chosen(payloads: Payloads = { payloads: [], findings: [] }, names: string[]): Payloads {
  if (names.length === 0) return payloads;
  return {
    payloads: payloads.payloads.filter(({ name }) => names.includes(name)),
    findings: payloads.findings.filter((finding) => names.includes(nameIn(finding))),
  };
}

/** The name of the payload that a finding is about. */
function nameIn({ where }: Finding): string {
  return parse(where?.file ?? '').name;
}

/** A payload that is asked for by name and that no function has is a slip of the pen; one that is broken is told as such. */
function assertChosen(all: Payloads[], names: string[]): void {
  const known = new Set(
    all.flatMap(({ payloads, findings }) => [...payloads.map(({ name }) => name), ...findings.map(nameIn)]),
  );
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined || all.length === 0) return;
  throw new EmulatorError({
    code: 'unknown-payload',
    message: `no payload named "${unknown}" for these functions.${didYouMean(unknown, [...known])}`,
    hint: 'see what there is with: lpf-emulator payload list',
  });
}

function toRows(results: BundleResult[], fed: ({ source: FunctionSource } & Payloads)[]): Row[] {
  return results.flatMap(({ bundle }) => {
    const own = fed.find(({ source }) => source.name === bundle?.function);
    return bundle && own ? [{ bundle, source: own.source, payloads: own.payloads }] : [];
  });
}

function brokenPayloads({ source, findings }: { source: FunctionSource } & Payloads): BrokenFunction[] {
  return findings.length > 0 ? [{ function: source.name, generation: null, findings }] : [];
}

/** What the platform would reject before it ever ran. */
function rejected({ source, generation, findings }: Judgement): BrokenFunction[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? [{ function: source.name, generation, findings: errors }] : [];
}
