import { type Script, sceneOf } from '../../conversation/conversation-file.ts';
import { Player } from '../../conversation/player.ts';
import type { Turn } from '../../conversation/schema/turn.ts';
import { openScene, type StageOptions } from '../../conversation/stage.ts';
import { endOf } from './end.ts';

/** What the fault table is made with: a conversation of two turns, with the fault in the second one. */
export interface Probe {
  script: Script;
  before: Turn;
  during: Turn;
}

/**
 * Two texts of a consumer from the first conversation in which the bot still answers the second one: a bot that has
 * handed over would not notice any fault. Where every conversation is over after one text, that text comes with the
 * fault; `undefined` where the bot answers none.
 */
export async function findProbe(scripts: readonly Script[], stage: StageOptions): Promise<Probe | undefined> {
  const candidates = [...scripts.flatMap(probeIn), ...scripts.flatMap(lateProbeIn)];
  for (const probe of candidates) if (await isAnswered(probe, stage)) return probe;
  return undefined;
}

function probeIn(script: Script): Probe[] {
  const [first, second = first] = textsOf(script);
  if (first === undefined || second === undefined) return [];
  return [{ script: plain(script), before: { says: first }, during: { says: second } }];
}

function lateProbeIn(script: Script): Probe[] {
  const [first] = textsOf(script);
  if (first === undefined) return [];
  return [{ script: plain(script), before: { types: true }, during: { says: first } }];
}

function textsOf({ turns }: Script): string[] {
  return turns.flatMap(({ says }) => says ?? []);
}

/** Combined messages would only delay the probe, and a bot that is offline has no faults. */
function plain(script: Script): Script {
  const { bot: _, openConversations: __, settings, ...rest } = script.given;
  return { ...script, given: { ...rest, settings: { ...settings, combineMessages: null } } };
}

async function isAnswered({ script, before, during }: Probe, stage: StageOptions): Promise<boolean> {
  const opened = await openScene(sceneOf(script), stage);
  try {
    const player = new Player(opened);
    await player.play(before);
    return endOf((await player.play(during)).entries, '', 0).answered;
  } finally {
    await opened.close();
  }
}
