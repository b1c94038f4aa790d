import type { Passed } from './request.ts';
import type { CombineMessages } from '../settings/settings.ts';

/** Texts that wait for another one. */
export interface Combining {
  waiting: readonly Passed[];
  /** When they go to the bot at the latest. */
  due: number;
}

/**
 * One more text, `now`. Each begins the time frame anew (ours: "will wait for another message").
 * Source: developers.liveperson.com/third-party-bots-bot-types.html, "Combine Messages".
 */
export function addText(
  combining: Combining | null,
  passed: Passed,
  { now, settings }: { now: number; settings: CombineMessages },
): Combining {
  const waiting = [...(combining?.waiting ?? []), passed];
  return { waiting, due: waiting.length >= settings.maxMessages ? now : now + settings.timeFrame };
}

/** The consumer types: from now on the other time frame counts. */
export function typing(
  combining: Combining,
  { now, settings }: { now: number; settings: CombineMessages },
): Combining {
  return { ...combining, due: now + settings.timeFrameAfterTyping };
}

/** The texts as one, with the raw event of the last one; what stands between them is ours. */
export function combined({ waiting }: Combining): Passed | undefined {
  const last = waiting.at(-1);
  if (!last || waiting.length === 1) return last;
  const texts = waiting.flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));
  return { raw: last.raw, content: { type: 'text', text: texts.join(' ') } };
}
