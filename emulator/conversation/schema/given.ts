import * as z from 'zod/mini';
import { settingsSchema } from '../../connector/settings/settings-schema.ts';
import { skillSchema } from '../../connector/settings/skill-schema.ts';
import { payloadAccount } from '../../payload/account/account-schema.ts';
import { mock } from '../../payload/mock/mock-schema.ts';
import { described, name, named } from './text.ts';

const settings = named(settingsSchema, 'settings', 'The settings of a bot in Third-Party Bots.');

const bot = z.strictObject({ function: name, settings: z.optional(settings) });

const moment = z
  .string()
  .check(
    z.refine((value) => !Number.isNaN(Date.parse(value)), 'must be a time such as 2026-03-01T09:00:00Z'),
  );

/** What a conversation begins with. */
export const given = named(
  z.partial(
    z.strictObject({
      settings,
      bots: described(
        z.record(z.string(), bot),
        'More bots by name, for transfers from one to another; each needs a skill of its own in its settings.',
      ),
      skill: described(name, 'The skill that the consumer is routed to; the bot’s own where it is missing.'),
      skills: described(
        z.array(skillSchema),
        'The skills that exist beside those of the bots, with their agents; any skill does where this is missing.',
      ),
      visitor: described(
        z.looseObject({}),
        'What is known of the visitor, laid over context.lpEvent.conversationContext.visitor.',
      ),
      lpEvent: described(z.looseObject({}), 'Laid over the raw event that each message comes with.'),
      sdes: described(
        z.looseObject({}),
        'Engagement attributes as context.lpSdes has them; the setting engagementAttributes passes them on.',
      ),
      secrets: described(
        z.record(z.string(), z.unknown()),
        'Secrets by name, over those of functions/settings.json.',
      ),
      mocks: described(z.array(mock), 'Answers to outbound requests; the first that fits wins.'),
      account: described(payloadAccount, 'What the imitated account begins with, over account.yaml.'),
      clock: described(moment, 'When the conversation begins, such as 2026-03-01T09:00:00Z.'),
      bot: described(
        z.enum(['online', 'offline', 'vendor-interruption', 'service-interruption']),
        'The state that the bot is in.',
      ),
      openConversations: described(
        z.int().check(z.minimum(0), z.maximum(5_000)),
        'How many other conversations the bot has open.',
      ),
    }),
  ),
  'given',
  'What a conversation begins with.',
);

/** What a conversation begins with, as it is written. */
export type Given = z.infer<typeof given>;
