import * as z from 'zod/mini';
import { callersWithoutEvent } from '../../platform/events.ts';
import { automaticMessages } from './automatic-messages.ts';
import { conversationalCommand } from './conversational-command.ts';
import { customIntegration } from './custom-integration.ts';
import { emailTranscript } from './email-transcript.ts';
import { errorHook } from './error-hook.ts';
import { ownPayload } from './own-payload.ts';
import { postHook } from './post-hook.ts';
import { preHook } from './pre-hook.ts';
import { survey } from './survey.ts';

/** The payload of an event without a known shape. */
export const anyPayload: z.ZodMiniType = z.looseObject({});

/** The shape of the payload of each event that the emulator knows one of. */
const schemas: Readonly<Record<string, z.ZodMiniType>> = {
  bot_connectors_custom_integration: customIntegration,
  bot_connectors_error_hook: errorHook,
  bot_connectors_post_hook: postHook,
  bot_connectors_pre_hook: preHook,
  ...automaticMessages,
  surveybot_messaging_survey_started: survey,
  surveybot_messaging_survey_ended: survey,
  conversational_command: conversationalCommand,
  denver_post_survey_email_transcript: emailTranscript,
  ...Object.fromEntries(callersWithoutEvent.map((caller) => [caller, ownPayload])),
};

/** The events whose payloads can be checked. */
export const checkedEvents: readonly string[] = Object.keys(schemas);

/** The shape of the payload of `event`, `null` where none is known. */
export function schemaOf(event: string | null): z.ZodMiniType | null {
  return event !== null && Object.hasOwn(schemas, event) ? (schemas[event] ?? null) : null;
}
