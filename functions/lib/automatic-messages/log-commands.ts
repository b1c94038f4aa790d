import type { AutomaticMessage, Commands } from '../events/automatic-messages';
import { campaignOf } from './campaign';
import { identifier } from '../identifier';

/** Logs what happened in which conversation and what is answered, by ids and names alone; hands the commands on. */
export function logged(
  what: string,
  { general }: AutomaticMessage<string>,
  commands: Commands,
  extras: object = {},
): Commands {
  console.info(what, {
    convId: identifier(general?.convId),
    event: identifier(general?.cbotEventType),
    ...campaignOf(general),
    ...extras,
    commands: commands.map(({ type }) => type),
  });
  return commands;
}
