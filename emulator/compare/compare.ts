import { availableParallelism } from 'node:os';
import type { Script } from '../conversation/conversation-file.ts';
import type { StageOptions } from '../conversation/stage.ts';
import { approachFacts } from '../platform/approaches.ts';
import type { Generation } from '../platform/generations.ts';
import { atOneTime, sortScripts } from './comparable.ts';
import { findProbe } from './faults/probe.ts';
import { faultRows, faultsPlayed } from './faults/table.ts';
import { firstRows, latencyRows } from './latency.ts';
import { notesOf } from './notes.ts';
import { recommend } from './recommendation.ts';
import type { AnswersRow, CompareReport, ExcludedRow, FaultsRow } from './report.ts';
import { judge } from './judge.ts';
import type { Asked } from './requirement.ts';
import { playRounds, playsIn, type Rounds } from './rounds.ts';
import { FunctionSide } from './sides/function-side.ts';
import { type OpenEndpoint, openEndpoint } from './sides/open-endpoint.ts';
import type { EndpointTarget } from './sides/target.ts';
import { verdictOf } from './verdict.ts';

/** What is to be compared, and how. */
export interface CompareOptions {
  /** The function that is the bot. */
  function: string;
  /** A service elsewhere, or `function` for the same function in the service of this package. */
  endpoint: EndpointTarget | 'function';
  stage: StageOptions;
  scripts: readonly Script[];
  broken: CompareReport['broken'];
  repeat: number;
  concurrency: number;
  requirements: readonly Asked[];
  /** Milliseconds that a request to the endpoint may take here, in place of the connector's own time. */
  timeout?: number;
  /** When conversations begin that name no time, in ISO text; `undefined` where the account has a clock. */
  clock: string | undefined;
  /** Told of every play, and before the first one how many there will be. */
  onStart: (plays: number) => void;
  onPlay: () => void;
}

/** Plays the conversations as a function and behind a Custom Endpoint, and holds the two against each other. */
export async function compare(options: CompareOptions): Promise<CompareReport> {
  const began = performance.now();
  const { function: name, endpoint, stage, repeat, concurrency, onPlay } = options;
  const elsewhere = endpoint !== 'function';
  const sorted = sortScripts(options.scripts, { function: name, elsewhere });
  const comparable = sorted.comparable.map((script) => atOneTime(script, options.clock));
  options.onStart(playsIn(comparable.length, repeat) + (comparable.length > 0 ? faultsPlayed : 0));
  const opened = await openEndpoint(name, endpoint, options);
  try {
    const open = () => ({ function: new FunctionSide(stage), endpoint: opened.side() });
    const rounds = await playRounds(comparable, { repeat, concurrency, onPlay, open });
    const slowest = slowestOf(rounds);
    const probe = await findProbe(comparable, stage);
    const faults = probe ? await faultRows(probe, { stage, endpoint: opened, slowest }, onPlay) : [];
    const generation = await stage.functions.generationOf(name, stage.generation);
    return report(options, { generation, rounds, faults, excluded: sorted.excluded, opened, began });
  } finally {
    await opened.close();
  }
}

function slowestOf({ samples }: Rounds): number {
  const own = samples.filter(({ approach }) => approach === 'endpoint');
  return own.reduce((most, { measured }) => Math.max(most, measured), 0);
}

interface Made {
  /** That of the function's own bundle: a hand-written one has but one. */
  generation: Generation;
  rounds: Rounds;
  faults: CompareReport['faults'];
  excluded: ExcludedRow[];
  opened: OpenEndpoint;
  began: number;
}

function report(options: CompareOptions, made: Made): CompareReport {
  const { generation, rounds, faults, excluded, opened, began } = made;
  const { function: name, endpoint, broken, repeat, concurrency } = options;
  const elsewhere = endpoint !== 'function';
  const latency = latencyRows(rounds.samples);
  const count = (id: string): number => latency.find((row) => row.id === id)?.wait.n ?? 0;
  const samples = { function: count('latency.function.warm'), endpoint: count('latency.endpoint.warm') };
  const measured = {
    setting: {
      function: name,
      generation,
      endpoint: elsewhere ? opened.target.baseUrl : 'function',
      repeat,
      concurrency,
      machine: `Node ${process.versions.node}, ${availableParallelism()} processors`,
    },
    answers: answersRow(rounds, excluded),
    conversations: rounds.conversations,
    excluded,
    broken,
    latency,
    first: firstRows(rounds.samples),
    faults,
    faultCounts: faultsRow(faults),
    facts: approachFacts.map(({ id, ...fact }) => ({ id: `fact.${id}` as const, ...fact })),
    notes: notesOf(generation, { elsewhere, samples }),
    elapsed: performance.now() - began,
  };
  const requirements = options.requirements.map((asked) => judge(asked, measured));
  return {
    ...measured,
    recommendation: recommend(measured),
    requirements,
    verdict: verdictOf({ ...measured, requirements }),
  };
}

function answersRow({ conversations, calls, errors }: Rounds, excluded: readonly ExcludedRow[]): AnswersRow {
  const same = conversations.filter((row) => row.same).length;
  return {
    id: 'answers',
    compared: conversations.length,
    same,
    different: conversations.length - same,
    excluded: excluded.length,
    errors,
    calls,
  };
}

function faultsRow(faults: CompareReport['faults']): FaultsRow {
  const survived = (approach: 'function' | 'endpoint'): number =>
    faults.filter((row) => row[approach]?.answered ?? true).length;
  return {
    id: 'faults',
    of: faults.length,
    survived: { function: survived('function'), endpoint: survived('endpoint') },
  };
}
