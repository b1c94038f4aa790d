import * as z from 'zod/mini';
import { finding } from '../../invoke/finding-schema.ts';
import { record } from '../../invoke/record-schema.ts';
import type { ShapeOf } from '../../payload/check/fits.ts';
import { type ConnectorError, everyConnectorError } from '../../platform/connector-errors.ts';
import type { Assignee, Choice, Entry, HostedFile } from './entry.ts';
import { wireExchange } from '../bot/wire-exchange-schema.ts';

const text = z.string();
const maybe = z.exactOptional;
const anything = z.record(text, z.unknown());
const to = z.enum(['bot', 'agent', 'waiting', 'nobody']);
const ended = z.enum(['done', 'failed']);

const clicked = { title: text, text, metadata: maybe(z.array(z.unknown())) };
const choices: z.ZodMiniType<Choice[]> = z.array(z.looseObject(clicked));

const file: z.ZodMiniType<HostedFile> = z.looseObject({
  caption: maybe(text),
  relativePath: text,
  fileType: text,
  preview: maybe(text),
} satisfies ShapeOf<HostedFile>);

/** Who has a conversation, as a file of ours holds it. */
export const assignee: z.ZodMiniType<Assignee> = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(['bot', 'agent']), name: text }),
  z.looseObject({ type: z.literal('nobody') }),
]);

const consumer = [
  kind('consumer-joined', {}),
  kind('consumer-attributes', { attributes: anything }),
  kind('consumer-typing', {}),
  kind('consumer-text', { text, to }),
  kind('consumer-click', { to, ...clicked }),
  kind('consumer-rich-content', { content: z.unknown(), to }),
  kind('consumer-file', { file, to }),
  kind('consumer-event', { type: text, event: z.unknown(), to: z.literal('nobody') }),
] as const;

const called = [
  kind('bot-call', {
    bot: text,
    event: z.enum(['text', 'rich-content', 'file', 'welcome']),
    request: z.unknown(),
    answer: maybe(z.unknown()),
    record: maybe(record),
    exchanges: maybe(z.array(wireExchange)),
  }),
  kind('bot-closed', { bot: text, exchanges: z.array(wireExchange) }),
  kind('hook', {
    hook: z.enum(['pre', 'post', 'error']),
    function: text,
    outcome: z.enum(['changed', 'unchanged', 'called', 'failed']),
    record: maybe(record),
  }),
  kind('function-call', {
    function: text,
    payload: text,
    outcome: z.enum(['answered', 'failed']),
    answer: maybe(z.unknown()),
    message: maybe(text),
    record: maybe(record),
  }),
] as const;

const beside = { metadata: maybe(z.unknown()), encodedMetadata: maybe(text) };

const said = [
  kind('agent-joined', { agent: text }),
  kind('agent-text', { agent: text, text, to: maybe(z.literal('nobody')) }),
  kind('bot-text', { bot: text, text, encodedMetadata: maybe(text) }),
  kind('bot-quick-replies', { bot: text, text, choices, content: z.unknown(), ...beside }),
  kind('bot-card', { bot: text, content: z.unknown(), choices, ...beside }),
  kind('bot-private-note', { bot: text, text }),
  kind('bot-delay', { bot: text, seconds: z.number(), typing: z.boolean() }),
  kind('bot-silent', { bot: text }),
  kind('bot-dropped', { bot: text, message: z.unknown(), finding }),
  kind('connector-text', {
    setting: z.enum([
      'messageToCustomer',
      'messageToAgent',
      'failureMessage',
      'warningMessage',
      'closeMessage',
      'errorMessage',
    ]),
    audience: z.enum(['consumer', 'agents']),
    text,
  }),
] as const;

const happened = [
  kind('action', {
    action: text,
    parameters: anything,
    outcome: z.enum(['done', 'failed', 'ignored']),
    findings: maybe(z.array(finding)),
    record: maybe(record),
  }),
  kind('error', {
    error: z.enum(everyConnectorError as ConnectorError[]),
    code: text,
    errorId: text,
    message: text,
    findings: z.array(finding),
  }),
  kind('escalated', { code: z.nullable(text), skill: text, outcome: ended }),
  kind('assigned', {
    skill: text,
    to: assignee,
    by: z.enum(['routing', 'bot', 'agent', 'escalation']),
  }),
  kind('bot-state', {
    bot: text,
    state: z.enum(['offline', 'online', 'vendor-interruption', 'service-interruption']),
    attempts: maybe(z.number()),
  }),
  kind('survey-started', { bot: text }),
  kind('survey-ended', { bot: text }),
  kind('closed', { by: z.enum(['bot', 'consumer', 'agent', 'inactivity']), survey: z.boolean() }),
  kind('notice', { finding }),
] as const;

const each = z.discriminatedUnion('kind', [...consumer, ...called, ...said, ...happened]);

/** Where a kind of entry is missing above, this is nothing, and what is below does not compile. */
type Every = Entry['kind'] extends z.infer<typeof each>['kind'] ? Entry : never;

/** An entry of a transcript, as a file of ours holds it. */
export const entry: z.ZodMiniType<Every> = each;

/** An entry of one kind, each of whose keys is in `shape`, optional ones too. */
function kind<Kind extends Entry['kind'], Shape extends ShapeOf<Own<Kind>>>(name: Kind, shape: Shape) {
  return z.looseObject({ kind: z.literal(name), at: z.number(), step: z.number(), ...shape });
}

type Own<Kind extends Entry['kind']> = Omit<Extract<Entry, { kind: Kind }>, 'kind' | 'at' | 'step'>;
