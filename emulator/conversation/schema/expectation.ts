import * as z from 'zod/mini';
import { connectorActions } from '../../platform/connector-actions.ts';
import { everyConnectorError, isConnectorError, shortCode } from '../../platform/connector-errors.ts';
import { suggest } from '../../platform/suggest.ts';
import { isPath } from '../match/value.ts';
import { described, span, text, texts } from './text.ts';

/** Some of a card's places with what must stand there. */
const places = z
  .record(z.string(), z.unknown())
  .check(
    z.refine(
      (value) => Object.keys(value).every(isPath),
      'must have paths as its keys, such as elements[0].text',
    ),
  );

const actionNames = [...Object.keys(connectorActions), 'none'];

const action = z.union([
  word(actionNames),
  z.strictObject({
    name: text,
    outcome: z.optional(z.enum(['done', 'failed', 'ignored'])),
    skill: z.optional(text),
    agentId: z.optional(text),
    withoutPcs: z.optional(z.boolean()),
    ttrType: z.optional(text),
    value: z.optional(text),
    lambdaUuid: z.optional(text),
    payload: z.optional(z.unknown()),
    failOnError: z.optional(z.boolean()),
  }),
]);

/** A code of the connector, which has a closed list of them, or an expression for several. */
const code = text.check(z.refine(isKnownCode, { error: ({ input }) => unknownCode(input) }));

const call = z.union([
  text,
  z.strictObject({
    method: z.optional(text),
    url: z.optional(text),
    status: z.optional(z.int()),
    source: z.optional(z.enum(['mock', 'service', 'replay', 'live', 'refused'])),
    error: z.optional(text),
  }),
]);

const log = z.union([
  text,
  z.strictObject({
    level: z.optional(z.enum(['Debug', 'Info', 'Warn', 'Error'])),
    message: z.optional(text),
    extras: z.optional(z.array(z.unknown())),
  }),
]);

const write = z.union([
  text,
  z.strictObject({
    service: z.optional(text),
    operation: z.optional(text),
    target: z.optional(text),
    value: z.optional(z.unknown()),
  }),
]);

const hookOutcomes = ['changed', 'unchanged', 'called', 'failed', 'not called'];

const hook = word(hookOutcomes);

/** What is expected to come of a turn; what is not named is not looked at, but errors must be. */
export const expectation = z.partial(
  z.strictObject({
    says: described(
      texts,
      'What the consumer reads from the bot: one text where it is the only one, or all of them in order.',
    ),
    quickReplies: described(texts, 'The titles of the quick replies, all of them in order.'),
    card: described(
      z.union([places, z.array(places)]),
      'Rich content, by path: what stands at elements[0].text and so on. A list where there are several cards.',
    ),
    note: described(texts, 'Private notes to agents and managers, all of them in order.'),
    silent: described(z.boolean(), 'Whether the bot says nothing at all.'),
    delay: described(z.union([span, z.array(span)]), 'The pauses that the bot makes, all of them in order.'),
    connector: described(
      texts,
      'What the connector itself writes to the consumer or to agents, such as the message to a customer who is escalated.',
    ),
    action: described(
      action,
      'The action of the answer: its name, or its name and parameters; none for no action. One that the connector ignores is a fault unless outcome: ignored is expected.',
    ),
    escalated: described(
      z.union([z.boolean(), code]),
      'Whether the conversation is escalated, or the code of the error that leads to it, with or without its prefix.',
    ),
    error: described(
      z.union([z.literal(false), code]),
      'The code of an error, whatever comes of it, with or without its prefix.',
    ),
    dropped: described(z.union([z.boolean(), text]), 'Whether a message is dropped, or why.'),
    hooks: described(
      z.strictObject({ pre: z.optional(hook), post: z.optional(hook), error: z.optional(hook) }),
      'What came of each hook.',
    ),
    calls: described(
      z.array(call),
      'Outbound requests that are made, such as GET https://orders.example.com/*; others may be made too. An empty list: none at all.',
    ),
    logs: described(
      z.array(log),
      'Log entries that are written; there may be others. An empty list: none at all.',
    ),
    writes: described(
      z.array(write),
      'What is changed in the imitated account, such as custom/__default__/lastSkill; there may be more. An empty list: nothing.',
    ),
    answer: described(
      z.unknown(),
      'The answer of a function that was invoked: text is matched as everywhere, objects may have more keys, lists must be as long.',
    ),
    within: described(span, 'How long bot and hooks may take in all, as measured.'),
    state: described(
      z.enum(['new', 'queued', 'bot', 'agent', 'survey', 'closed']),
      'Who has the conversation at the end of the turn.',
    ),
    assigned: described(text, 'The name of the bot or agent who has it then.'),
    skill: described(text, 'The skill that the conversation was routed to last.'),
  }),
);

/** An expectation as it is written. */
export type Expectation = z.infer<typeof expectation>;

function isKnownCode(value: unknown): boolean {
  return typeof value !== 'string' || /[*/]/.test(value) || isConnectorError(shortCode(value));
}

function unknownCode(value: unknown): string {
  const near = suggest(shortCode(String(value)), everyConnectorError);
  return `must be an error code of the connector${near === undefined ? '' : `; did you mean ${near}?`}`;
}

/** One of a few words. */
function word(words: readonly string[]) {
  const error = ({ input }: { input?: unknown }): string => {
    const near = suggest(String(input), words);
    return `must be one of ${words.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`;
  };
  return z.string().check(z.refine((value) => words.includes(value), { error }));
}
