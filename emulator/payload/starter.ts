import { join } from 'node:path';
import { packageRoot } from '../platform/package-root.ts';
import { shownPath } from '../project/json-file.ts';
import { parseDocument } from './document/document.ts';
import type { PayloadDocument } from './document/payload-document.ts';
import type { Fragments } from './compose/fragments.ts';
import { readText } from './document/read.ts';
import { readPayload } from './payload-file.ts';
import type { Payload } from './payload.ts';

/** The most usual payload of each event for which payloads come with this package. */
const starters: Readonly<Record<string, string>> = {
  bot_connectors_custom_integration: 'text',
  bot_connectors_error_hook: 'no-answer',
  bot_connectors_post_hook: 'custom-integration',
  bot_connectors_pre_hook: 'custom-integration',
  controllerbot_messaging_consumer_step_up: 'stepped-up',
  controllerbot_messaging_conversation_end: 'agent-ended',
  controllerbot_messaging_conversation_idle: 'consumer-silent',
  controllerbot_messaging_conversation_routing: 'transferred',
  controllerbot_messaging_mid_conversation_msg: 'message',
  controllerbot_messaging_new_conversation: 'first-time',
  controllerbot_messaging_participants_change: 'agent-connected',
  controllerbot_messaging_ttr: 'asked-urgent',
  conversation_builder: 'usual',
  conversation_orchestrator: 'usual',
  conversational_command: 'order',
  denver_post_survey_email_transcript: 'usual',
  external: 'usual',
  orchestrated: 'usual',
  scheduled: 'usual',
  surveybot_messaging_survey_ended: 'ended',
  surveybot_messaging_survey_started: 'started',
};

/** Whether a payload of that event comes with this package. */
export function hasStarter(event: string | null): boolean {
  return event !== null && Object.hasOwn(starters, event);
}

/** The file of the most usual payload of `event`, parsed; `null` where none comes with this package. */
export async function starterDocument(root: string, event: string): Promise<PayloadDocument | null> {
  const name = hasStarter(event) ? starters[event] : undefined;
  if (name === undefined) return null;
  const path = join(packageRoot(), 'payloads', event, `${name}.yaml`);
  const shown = shownPath(root, path);
  return parseDocument(await readText(path, shown), shown);
}

/** The most usual payload of `event`; `null` where none comes with this package. */
export async function starterPayload(
  root: string,
  event: string,
  fragments: Fragments,
): Promise<Payload | null> {
  const document = await starterDocument(root, event);
  if (!document) return null;
  return (await readPayload(document, { root, name: 'command line', event, fragments })).payload;
}
