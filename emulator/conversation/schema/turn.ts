import * as z from 'zod/mini';
import { expectation } from './expectation.ts';
import { described, name, named, span } from './text.ts';

const file = z.union([
  name,
  z.strictObject({
    relativePath: name,
    fileType: z.optional(name),
    caption: z.optional(z.string()),
    preview: z.optional(z.string()),
  }),
]);

const sent = z
  .strictObject({
    file: z.optional(described(file, 'A file or image: its name, or the file as the messaging API has it.')),
    richContent: z.optional(
      described(z.looseObject({}), 'Rich content, such as the location that WhatsApp sends.'),
    ),
    event: z.optional(
      described(
        z.looseObject({ type: name }),
        'Any other event of the messaging API; it never reaches the bot.',
      ),
    ),
  })
  .check(
    z.refine((value) => Object.keys(value).length === 1, 'must have one of file, richContent and event'),
  );

const agent = z
  .strictObject({
    joins: z.optional(
      described(
        z.union([z.literal(true), name]),
        'An agent joins: true, or a name. They take a conversation that waits in a queue; while a bot or another agent has it they only take part, and transfers takes it from a bot.',
      ),
    ),
    says: z.optional(z.string()),
    transfers: z.optional(described(name, 'The skill that the agent sends the conversation to.')),
    name: z.optional(described(name, 'Which agent speaks.')),
  })
  .check(z.refine(hasOneOf(['joins', 'says', 'transfers']), 'must have one of joins, says and transfers'));

const invoked = z.strictObject({
  function: name,
  payload: described(
    z.union([name, z.looseObject({})]),
    'The name of a stored payload of its event, such as bot-to-agent, or the payload itself.',
  ),
});

/** What can happen in a turn, each in words. */
const happenings = {
  says: described(
    z.union([z.string(), z.array(z.string()).check(z.minLength(1))]),
    'What the consumer writes; a list for several messages in one breath.',
  ),
  clicks: described(
    z.union([name, z.int().check(z.minimum(1))]),
    'The title of a quick reply or button that the consumer clicks, or its number among those that can be clicked.',
  ),
  sends: described(sent, 'What else the consumer sends.'),
  types: described(z.literal(true), 'The consumer is typing.'),
  joins: described(z.literal(true), 'The consumer opens the window: a chat begins with it.'),
  reports: described(
    z.looseObject({}),
    'The visitor’s page reports these engagement attributes, in place of those before.',
  ),
  idle: described(span, 'Nobody does anything for so long.'),
  agent: described(agent, 'What an agent does.'),
  bot: described(
    z.enum(['starts', 'online', 'offline', 'vendor-interruption', 'service-interruption']),
    'The bot is started, after a test of its connection; or the state that it is in from now on.',
  ),
  invokes: described(
    invoked,
    'Something else of the platform, such as Automatic Messages, calls a function of the project.',
  ),
  closes: described(z.enum(['consumer', 'agent']), 'Who ends the conversation.'),
};

const verbs = Object.keys(happenings);

/** One thing that happens, and what is expected to come of it. */
export const turn = named(
  z
    .partial(
      z.strictObject({
        ...happenings,
        after: described(
          span,
          'So long after the turn before. Without it a turn waits until the bot has said all that it has to say.',
        ),
        expect: expectation,
      }),
    )
    .check(z.refine(hasOneOf(verbs), `must have one of ${verbs.join(', ')}, and only one`)),
  'turn',
  'One thing that happens, and what is expected to come of it.',
);

/** A turn as it is written. */
export type Turn = z.infer<typeof turn>;

function hasOneOf(keys: readonly string[]): (value: object) => boolean {
  return (value) => Object.keys(value).filter((key) => keys.includes(key)).length === 1;
}
