import { differences } from '../../invoke/differences.ts';
import { botsHalf } from '../half.ts';
import type { Performance } from '../perform.ts';
import type { Failure } from '../result.ts';
import type { Transcript } from '../transcript/file.ts';
import { turnWords } from '../turn-words.ts';
import { nameVolatile } from '../volatile.ts';
import { placeIn } from './place.ts';
import type { SnapshotMode, SnapshotStore } from './store.ts';

/** What became of one snapshot. */
export interface Compared {
  failures: Failure[];
  became: 'same' | 'written' | 'updated' | 'different';
}

/** Holds all that the bot did against what is stored, or stores it. */
export function compareSnapshot(
  { result, transcript }: Performance,
  store: SnapshotStore,
  mode: SnapshotMode,
): Compared {
  const now = JSON.parse(JSON.stringify(snapshotOf(transcript))) as unknown;
  const { name } = result;
  const stored = store.get(name);
  if (stored === undefined) {
    if (mode === 'compare') return { failures: [missing(result)], became: 'different' };
    store.set(name, now);
    return { failures: [], became: 'written' };
  }
  const all = differences(stored, now);
  if (all.length === 0) return { failures: [], became: 'same' };
  if (mode === 'update') {
    store.set(name, now);
    return { failures: [], became: 'updated' };
  }
  const side = (key: 'before' | 'after') =>
    all.map((each) => `${placeIn(now, each.path)}: ${key in each ? JSON.stringify(each[key]) : 'nothing'}`);
  return {
    failures: [{ ...head(result), expected: side('before'), actual: side('after'), hint: storeIt }],
    became: 'different',
  };
}

const storeIt = 'if this is meant, store it: lpf-emulator test --update';

/** The bot's half of a conversation, turn by turn, with the names of what is another one each time. */
function snapshotOf({ turns, id }: Pick<Transcript, 'turns' | 'id'>): unknown {
  const halves = turns.map(({ turn, entries }) => ({ turn: turnWords(turn), bot: botsHalf(entries) }));
  return nameVolatile(halves, id);
}

function head({ where }: Performance['result']): Pick<Failure, 'turn' | 'input' | 'check' | 'where'> {
  return { turn: 0, input: '', check: 'snapshot', where };
}

function missing(result: Performance['result']): Failure {
  const hint = 'lpf-emulator test writes one where CI is not set; commit it';
  return { ...head(result), expected: ['a snapshot beside the file'], actual: ['none is stored'], hint };
}
