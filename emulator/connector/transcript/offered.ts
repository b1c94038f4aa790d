import { EmulatorError } from '../../errors.ts';
import { didYouMean } from '../../platform/suggest.ts';
import type { Choice, Event } from './entry.ts';

/**
 * What the consumer can click, kept up with each entry. Quick replies are gone as soon as somebody says something else;
 * the buttons of cards stay.
 */
export class Offered {
  #quick: readonly Choice[] = [];
  #buttons: readonly Choice[] = [];

  /** The newest first: quick replies stand below all cards. */
  get choices(): readonly Choice[] {
    return [...this.#quick, ...this.#buttons];
  }

  note(entry: Event): void {
    if (isSaid(entry)) this.#quick = entry.kind === 'bot-quick-replies' ? entry.choices : [];
    if (entry.kind === 'bot-card') this.#buttons = [...entry.choices, ...this.#buttons];
  }
}

/** Whether something new stands below the quick replies. */
function isSaid({ kind }: Event): boolean {
  return /^(consumer-(text|click|rich-content|file)|bot-(text|card|quick-replies)|agent-text)$/.test(kind);
}

/** The choice of a title, or the text behind it. Throws `unknown-button` where nothing offers it. */
export function findChoice(choices: readonly Choice[], choice: string | Choice): Choice {
  if (typeof choice !== 'string') return choice;
  const found = choices.find(({ title }) => title === choice) ?? choices.find(({ text }) => text === choice);
  if (found) return found;
  const titles = [...new Set(choices.map(({ title }) => title))];
  throw new EmulatorError({
    code: 'unknown-button',
    message: `there is nothing "${choice}" to click.${didYouMean(choice, titles)}`,
    hint: titles.length ? `the bot offers ${titles.join(', ')}` : 'the bot offers nothing to click',
  });
}
