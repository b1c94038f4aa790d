import type { AutomaticMessage, Commands } from './automatic-messages';
import { campaignOf } from './campaign';
import { idText } from './id-text';

/** Logs what happened in which conversation and what is answered, by ids and names alone; hands the commands on. */
export function logged(
  what: string,
  { general }: AutomaticMessage<string>,
  commands: Commands,
  extras: object = {},
): Commands {
  console.info(what, {
    convId: idText(general?.convId),
    event: idText(general?.cbotEventType),
    ...campaignOf(general),
    ...extras,
    commands: commands.map(({ type }) => type),
  });
  return commands;
}
