import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import type { Choice, Entry } from './entry.ts';

/**
 * What the consumer can click, the newest first. Quick replies are gone as soon as somebody says something else; the
 * buttons of cards stay.
 */
export function offered(transcript: readonly Entry[]): Choice[] {
  const choices: Choice[] = [];
  let quick = true;
  for (let index = transcript.length - 1; index >= 0; index--) {
    const entry = transcript[index];
    if (entry?.kind === 'bot-card') choices.push(...entry.choices);
    if (entry?.kind === 'bot-quick-replies' && quick) choices.push(...entry.choices);
    if (entry && isSaid(entry)) quick = false;
  }
  return choices;
}

/** Whether something new stands below the quick replies. */
function isSaid({ kind }: Entry): boolean {
  return /^(consumer-(text|click|rich-content|file)|bot-(text|card|quick-replies)|agent-text)$/.test(kind);
}

/** The choice of a title, or the text behind it. Throws `unknown-button` where nothing offers it. */
export function findChoice(transcript: readonly Entry[], choice: string | Choice): Choice {
  if (typeof choice !== 'string') return choice;
  const choices = offered(transcript);
  const found = choices.find(({ title }) => title === choice) ?? choices.find(({ text }) => text === choice);
  if (found) return found;
  const titles = [...new Set(choices.map(({ title }) => title))];
  throw new EmulatorError({
    code: 'unknown-button',
    message: `there is nothing "${choice}" to click.${didYouMean(choice, titles)}`,
    hint: titles.length ? `the bot offers ${titles.join(', ')}` : 'the bot offers nothing to click',
  });
}
