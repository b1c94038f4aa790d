import { choiceOf } from '../../connector/transcript/choices.ts';
import type { Choice } from '../../connector/transcript/entry.ts';
import type { Mark } from '../card.ts';

/** Numbers what can be clicked, in the order in which it is drawn. */
export class Numbering {
  readonly #choices: Choice[] = [];

  /** What was numbered, the first one first. */
  get choices(): readonly Choice[] {
    return this.#choices;
  }

  add(choice: Choice): number {
    return this.#choices.push(choice);
  }

  /** Numbers the elements of a card; `choices` are those that the connector has found in it, in order. */
  markOf(choices: readonly Choice[]): Mark {
    const left = [...choices];
    return (element) => {
      const choice = choiceOf(element) ? left.shift() : undefined;
      return choice ? `${this.add(choice)} ` : '';
    };
  }
}
