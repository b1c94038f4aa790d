/** One event that the platform can call a function for. */
export interface PlatformEvent {
  /** The event id, as `config.json` and the invocation API spell it. */
  id: string;
  /** The name in the Functions UI. */
  name: string;
  caller: string;
  /** How many functions of an account may be deployed for it. */
  functionsPerEvent: number;
  skills: boolean;
  /** Whether the consumer waits for the answer, so that the one-second budget holds. */
  budget: boolean;
}

const automatic = { caller: 'Automatic Messages', functionsPerEvent: 1, skills: true, budget: true };
const survey = { caller: 'Post Survey Bot', functionsPerEvent: 1, skills: true, budget: true };
const bots = { caller: 'Third-Party Bots', functionsPerEvent: 15, skills: false, budget: true };

/**
 * The event ids that public clients know. Sources: github.com/LivePersonInc/faas-client-node src/types/apiSpec.ts and
 * developers.liveperson.com/liveperson-functions-event-sources-overview.html. The id of Messaging Consumer Step Up is
 * in no public source, so it is not here.
 */
export const events: readonly PlatformEvent[] = [
  { id: 'controllerbot_messaging_new_conversation', name: 'Messaging New Conversation', ...automatic },
  { id: 'controllerbot_messaging_participants_change', name: 'Messaging Participants Change', ...automatic },
  { id: 'controllerbot_messaging_ttr', name: 'Messaging TTR', ...automatic },
  { id: 'controllerbot_messaging_conversation_idle', name: 'Messaging Conversation Idle', ...automatic },
  {
    id: 'controllerbot_messaging_conversation_routing',
    name: 'Messaging Conversation Routing',
    ...automatic,
  },
  { id: 'controllerbot_messaging_mid_conversation_msg', name: 'Messaging Line in Off-Hours', ...automatic },
  { id: 'controllerbot_messaging_conversation_end', name: 'Messaging Conversation End', ...automatic },
  { id: 'surveybot_messaging_survey_started', name: 'Messaging Survey Started', ...survey },
  { id: 'surveybot_messaging_survey_ended', name: 'Messaging Survey Ended', ...survey },
  {
    id: 'conversational_command',
    name: 'Conversational Command',
    caller: 'Agent Workspace',
    functionsPerEvent: 30,
    skills: false,
    budget: false,
  },
  { id: 'bot_connectors_custom_integration', name: 'Third-Party Bots Custom Integration', ...bots },
  { id: 'bot_connectors_pre_hook', name: 'Third-Party Bots Pre Hook', ...bots },
  { id: 'bot_connectors_post_hook', name: 'Third-Party Bots Post Hook', ...bots },
  { id: 'bot_connectors_error_hook', name: 'Third-Party Bots Error Hook', ...bots },
  {
    id: 'denver_post_survey_email_transcript',
    name: 'Chat Post Survey E-Mail Transcript',
    caller: 'Chat Service',
    functionsPerEvent: 10,
    skills: false,
    budget: false,
  },
];

/** What `config.json` holds for a function that no event calls. Source: github.com/LivePersonInc/faas-cli. */
export const noEvent = 'No Event';

/** The event of that id, or `undefined`. */
export function eventById(id: string): PlatformEvent | undefined {
  return events.find((event) => event.id === id);
}
