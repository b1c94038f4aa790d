import type { Script } from '../conversation/conversation-file.ts';
import { type Approach, approaches } from './approach.ts';
import type { ConversationRow, TurnDifference } from './report.ts';
import { turnDifferences } from './answers.ts';
import { orderOf } from './order.ts';
import type { Play, Side } from './play.ts';
import type { Sample } from './sample.ts';

/** How often and how many side by side. */
export interface RoundsOptions {
  repeat: number;
  concurrency: number;
  /** Opens both ways for one worker. */
  open: () => Record<Approach, Side>;
  /** After each play. */
  onPlay: () => void;
}

/** What came of all plays. */
export interface Rounds {
  conversations: ConversationRow[];
  samples: Sample[];
  calls: Record<Approach, number>;
  errors: Record<Approach, number>;
}

interface Job {
  script: Script;
  /** Of the conversation, from 0. */
  index: number;
  order: readonly Approach[];
}

/** How many plays `playRounds` makes. */
export function playsIn(scripts: number, repeat: number): number {
  return scripts * repeat * approaches.length * 2;
}

/**
 * Plays every conversation through both ways, `repeat` times, in turns: each time once cold and once more on what is warm
 * then.
 */
export async function playRounds(scripts: readonly Script[], options: RoundsOptions): Promise<Rounds> {
  const { repeat, concurrency, open, onPlay } = options;
  const jobs: Job[] = Array.from({ length: repeat }, (_, round) =>
    scripts.map((script, index) => ({ script, index, order: orderOf(round + index) })),
  ).flat();
  const plays = scripts.map((): Record<Approach, Play[]> => ({ function: [], endpoint: [] }));
  const queue = [...jobs];
  const work = async (): Promise<void> => {
    const sides = open();
    try {
      for (let job = queue.shift(); job; job = queue.shift()) {
        for (const approach of job.order) {
          const made = await playTwice(sides[approach], job.script, onPlay);
          plays[job.index]?.[approach].push(...made);
        }
      }
    } finally {
      await Promise.all(approaches.map((each) => sides[each].close()));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, jobs.length) }, work));
  return {
    conversations: scripts.map((script, index) => rowOf(script, index, plays[index])),
    samples: plays.flatMap((each) =>
      approaches.flatMap((one) => each[one].flatMap(({ samples }) => samples)),
    ),
    calls: countOf(plays, 'calls'),
    errors: countOf(plays, 'errors'),
  };
}

async function playTwice(side: Side, script: Script, onPlay: () => void): Promise<Play[]> {
  await side.renew();
  const made: Play[] = [];
  for (let times = 0; times < 2; times += 1) {
    made.push(await side.play(script));
    onPlay();
  }
  return made;
}

function countOf(
  plays: readonly Record<Approach, Play[]>[],
  what: 'calls' | 'errors',
): Record<Approach, number> {
  const of = (approach: Approach): number =>
    plays.flatMap((each) => each[approach]).reduce((sum, play) => sum + play[what], 0);
  return { function: of('function'), endpoint: of('endpoint') };
}

/** Every play is held against the function's first one: where the function strays from itself, so does everything. */
function rowOf(
  { file, name }: Script,
  index: number,
  plays: Record<Approach, Play[]> = { function: [], endpoint: [] },
): ConversationRow {
  const [first, ...others] = plays.function;
  const against = (play: Play): TurnDifference[] => (first ? turnDifferences(first, play) : []);
  const own = others.map(against).filter((each) => each.length > 0);
  const strange = plays.endpoint.map(against).filter((each) => each.length > 0);
  return {
    id: `conversation.${index + 1}`,
    file,
    name,
    same: strange.length === 0,
    strayed: { function: own.length, endpoint: strange.length, of: plays.endpoint.length },
    turns: strange[0] ?? [],
  };
}
