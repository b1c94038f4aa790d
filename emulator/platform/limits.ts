import type { Generation } from './generations.ts';

type Unit = 'ms' | 'bytes' | 'characters' | 'entries' | 'requests' | 'calls' | 'cpu';

/** One limit: the platform's value per generation (`null`: none is documented), its unit and where it comes from. */
interface Limit {
  unit: Unit;
  v1: number | null;
  v2: number | null;
  source: Record<Generation, string>;
  /** Ours where the platform documents nothing. */
  ours?: true;
}

const docs = 'developers.liveperson.com';
const v1Limits = `${docs}/liveperson-functions-foundations-limitations.html`;
const v2Limits = `${docs}/liveperson-functions-v2-foundations-limitations.html`;
const both = { v1: v1Limits, v2: v2Limits };
const same = (source: string) => ({ v1: source, v2: source });
const MB = 1024 * 1024;

/** Every limit that the emulator knows, read on the date in `limitsRead`; any of them can be tightened with `--limit`. */
export const limits = {
  deadline: { unit: 'ms', v1: 30_000, v2: 30_000, source: both },
  budget: {
    unit: 'ms',
    v1: 1_000,
    v2: 1_000,
    source: same(`${docs}/liveperson-functions-integrations-messaging-conversations.html`),
  },
  memory: { unit: 'bytes', v1: 256 * MB, v2: 256 * MB, source: both },
  cpu: { unit: 'cpu', v1: 0.5, v2: 0.083, source: both },
  sourceSize: { unit: 'characters', v1: 100_000, v2: 100_000, source: both },
  functionName: { unit: 'characters', v1: 50, v2: 50, source: both },
  description: {
    unit: 'characters',
    v1: 100,
    v2: 200,
    source: { v1: v1Limits, v2: 'github.com/LivePersonInc/faas-cli src/types/IFunction.ts' },
  },
  logEntries: {
    unit: 'entries',
    v1: 10,
    v2: 10,
    source: { v1: v1Limits, v2: `${docs}/liveperson-functions-v2-features-logging.html` },
  },
  logCharacters: {
    unit: 'characters',
    v1: 6_000,
    v2: 16_384,
    source: { v1: v1Limits, v2: `${docs}/liveperson-functions-v2-features-logging.html` },
  },
  environmentVariables: { unit: 'entries', v1: null, v2: 512, source: both },
  environmentKey: { unit: 'characters', v1: 200, v2: 200, source: both },
  environmentValue: { unit: 'characters', v1: 200, v2: 1_024, source: both },
  secretKey: { unit: 'characters', v1: 100, v2: 100, source: both },
  secretValue: { unit: 'characters', v1: 10_000, v2: 16_384, source: both },
  requestsPerSecond: {
    unit: 'requests',
    v1: 20,
    v2: null,
    source: { v1: v1Limits, v2: 'no page of V2 has a limit' },
  },
  callDepth: {
    unit: 'calls',
    v1: 5,
    v2: 5,
    source: same('ours: the platform documents no limit; a function that calls itself for ever has to end'),
    ours: true,
  },
  answerSize: {
    unit: 'bytes',
    v1: 5 * MB,
    v2: 5 * MB,
    source: same('ours: the platform documents no limit but says that large answers freeze its tools'),
    ours: true,
  },
} as const satisfies Record<string, Limit>;

/** The day on which the sources of the limits were read. */
export const limitsRead = '2026-11-21';

/** The name of a limit, as `--limit` takes it. */
export type LimitName = keyof typeof limits;

/** The values in force for one generation, in the limit's own unit; `Infinity` where the platform has none. */
export type Limits = Record<LimitName, number>;

/** Where the value of a limit comes from: the platform's own from its page, a tightened one from `--limit`. */
export function limitSource(name: LimitName, generation: Generation, value: number): string {
  const limit: Limit = limits[name];
  return value === limit[generation] ? limit.source[generation] : `from --limit ${name}`;
}

/** The platform's limits of `generation`, with `tightened` values in place of the platform's own. */
export function limitsOf(generation: Generation, tightened: Partial<Limits> = {}): Limits {
  const entries = Object.entries(limits).map(([name, limit]) => [name, limit[generation] ?? Infinity]);
  return { ...(Object.fromEntries(entries) as Limits), ...tightened };
}
