import * as z from 'zod/mini';
import type { Finding } from '../../errors.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { doubtful, ignored, refused } from './finding.ts';
import { isObject, pathOf } from '../../payload/document/path.ts';
import { mismatches } from './shape.ts';
import { misspeltKeys } from './stray-keys.ts';
import { kind, quote } from './value.ts';
import type { JsonObject } from './value.ts';

const id = z.optional(z.union([z.string(), z.number()], 'an id'));

const message = 'a text, or [] for an empty message';

/** The callback commands and what each holds; an empty array as text sends an empty message. */
const commands = {
  systemMessage: z.object({
    text: z.union(
      [z.string().check(z.minLength(1, message)), z.array(z.unknown()).check(z.maxLength(0, message))],
      message,
    ),
  }),
  transfer: z.object({ skillId: id, agentId: id }),
  closeConversation: z.object({}),
} satisfies Record<string, z.ZodMiniType>;

const names = Object.keys(commands);
const isCommand = (type: unknown): type is keyof typeof commands =>
  typeof type === 'string' && Object.hasOwn(commands, type);

/**
 * Judges callback commands, one or an array of them, the answer to every event of Automatic Messages, which documents no
 * error codes for answers. Source: developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html.
 */
export function judgeCallbackCommands(result: unknown): Finding[] {
  if (result === undefined || result === null) return [defaultMessage];
  if (isObject(result)) return judgeCommand(result, '');
  if (!Array.isArray(result)) {
    const what = `the answer is ${kind(result)}, expected callback commands`;
    return [refused(null, { path: '', what, hint: forms })];
  }
  const types = result.map((command: unknown) => (isObject(command) ? command['type'] : undefined));
  return result.flatMap((command: unknown, index) => {
    const path = `[${index}]`;
    const type = types[index];
    const repeated = isCommand(type) && types.indexOf(type) < index;
    return repeated ? [secondOfItsType(type, path)] : judgeCommand(command, path);
  });
}

function judgeCommand(command: unknown, path: string): Finding[] {
  if (!isObject(command)) {
    return [
      refused(null, { path, what: `the command is ${kind(command)}, expected an object`, hint: forms }),
    ];
  }
  const { type } = command;
  if (!isCommand(type)) {
    const near = typeof type === 'string' ? didYouMean(type, names) : '';
    const what =
      type === undefined ? 'the command has no type' : `${quote(type)} is no callback command.${near}`;
    return [refused(null, { path: pathOf(path, ['type']), what, hint: forms })];
  }
  const schema = commands[type];
  return [
    ...mismatches(schema, command, type).map(({ steps, what }) =>
      refused(null, { path: pathOf(path, steps), what, hint: forms }),
    ),
    ...(type === 'transfer' ? judgeTransfer(command, path) : []),
    ...misspeltKeys(command, new Set(['type', ...Object.keys(schema.shape)]), path),
  ];
}

function judgeTransfer({ skillId, agentId }: JsonObject, path: string): Finding[] {
  if (skillId !== undefined || agentId !== undefined) return [];
  const what = 'the transfer names neither skillId nor agentId';
  return [refused(null, { path, what, hint: forms })];
}

function secondOfItsType(type: string, path: string): Finding {
  const what = `a second ${type}: of each type, Automatic Messages processes the first only`;
  return ignored({ path, what, hint: 'send one command of each type' });
}

const forms =
  'the commands are { type: "systemMessage", text }, { type: "transfer", skillId, agentId } and { type: "closeConversation" }; [] does nothing';

const defaultMessage = doubtful({
  path: '',
  what: 'the answer is empty, so the account’s default automatic message is sent',
  hint: 'if nothing is to be sent, answer with []',
});
