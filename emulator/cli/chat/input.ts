import type { Choice } from '../../connector/transcript/entry.ts';
import type { Turn } from '../../conversation/schema/turn.ts';
import { EmulatorError } from '../../errors.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { type CommandName, commands, isCommand } from './commands.ts';

/** What a line asks for: a turn of the conversation, or something that is done with the conversation. */
export type Input =
  { do: 'nothing' } | { do: 'turn'; turn: Turn } | { do: 'command'; name: CommandName; argument: string };

/** What the consumer can click at the moment, numbered as it was drawn last. */
export interface Clickable {
  numbered: readonly Choice[];
  /** All that the conversation offers, as a turn counts them. */
  offered: readonly Choice[];
}

/** Reads a line: `/` and a command, the number of something to click, or what the consumer says. Throws `bad-usage`. */
export function inputOf(line: string, clickable: Clickable): Input {
  if (line.trim() === '') return { do: 'nothing' };
  const { name, argument = '' } = /^\/(?<name>\S*)\s*(?<argument>.*)$/s.exec(line.trim())?.groups ?? {};
  if (name === undefined) return { do: 'turn', turn: numbered(line, clickable) ?? { says: line } };
  if (isCommand(name)) return { do: 'command', name, argument };
  throw new EmulatorError({
    code: 'bad-usage',
    message: `there is no command /${name}.${didYouMean(
      `/${name}`,
      Object.keys(commands).map((each) => `/${each}`),
    )}`,
    hint: '/help lists the commands; /say in front of a text says it as it is',
  });
}

/** A click, where the line is a number that was drawn and can still be clicked; any other number is a text. */
function numbered(line: string, { numbered: drawn, offered }: Clickable): Turn | undefined {
  const { digits } = /^\s*(?<digits>\d{1,4})\s*$/.exec(line)?.groups ?? {};
  const choice = digits === undefined ? undefined : drawn[Number(digits) - 1];
  const place = choice ? offered.indexOf(choice) : -1;
  if (!choice || place < 0) return undefined;
  const isFirst = offered.findIndex(({ title }) => title === choice.title) === place;
  // A title that several have stands for the first of them, an empty one for none.
  return { clicks: isFirst && choice.title !== '' ? choice.title : place + 1 };
}
