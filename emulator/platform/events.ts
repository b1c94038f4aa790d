/** Who calls a function, when, and what it makes of the answer. */
export interface PlatformEvent {
  /** The event id, as `config.json` and the invocation API spell it; for a caller without an event, our name for it. */
  id: string;
  /** The name in the Functions UI; for a caller without an event, what its documentation calls it. */
  name: string;
  caller: string;
  /** The template in `functions/` that answers it. */
  template: string;
  /** How long the caller waits, in words; every function has 30 s at most. */
  waits: string;
  /** What the caller accepts as an answer, in words. */
  accepts: string;
  /** How many functions of an account may be deployed for it; `null` where there is no event to deploy for. */
  functionsPerEvent: number | null;
  skills: boolean;
  /** Whether somebody waits for the answer in a conversation, so that the one-second budget holds. */
  budget: boolean;
  /** Set when no public source has the id: it is ours, by analogy. */
  unknownId?: true;
  /** Set for a caller without an event: `config.json` says "No Event" and names this id as its `caller`. */
  withoutEvent?: true;
}

const commands = 'callback commands: systemMessage, transfer, closeConversation; [] for nothing';
const automatic = {
  caller: 'Automatic Messages',
  waits: 'below 1 s is asked for; up to 3 retries',
  accepts: commands,
  functionsPerEvent: 1,
  skills: true,
  budget: true,
};
const survey = {
  caller: 'Post Survey Bot',
  waits: 'not documented',
  accepts: 'anything, ignored; "ok" is advised',
  functionsPerEvent: 1,
  skills: true,
  budget: true,
};
const bots = {
  caller: 'Third-Party Bots',
  waits: 'below 1 s is asked for',
  functionsPerEvent: 15,
  skills: false,
  budget: true,
};
const withoutEvent = { functionsPerEvent: null, skills: false, budget: false, withoutEvent: true } as const;

/**
 * The events that the platform calls functions for. Sources of the ids:
 * github.com/LivePersonInc/faas-client-node src/types/apiSpec.ts and
 * developers.liveperson.com/liveperson-functions-event-sources-overview.html; of the rest, the page of each event source.
 */
export const events: readonly PlatformEvent[] = [
  {
    id: 'controllerbot_messaging_new_conversation',
    name: 'Messaging New Conversation',
    template: 'newConversation',
    ...automatic,
  },
  {
    id: 'controllerbot_messaging_participants_change',
    name: 'Messaging Participants Change',
    template: 'participantsChange',
    ...automatic,
  },
  { id: 'controllerbot_messaging_ttr', name: 'Messaging TTR', template: 'timeToRespond', ...automatic },
  {
    id: 'controllerbot_messaging_conversation_idle',
    name: 'Messaging Conversation Idle',
    template: 'conversationIdle',
    ...automatic,
  },
  {
    id: 'controllerbot_messaging_conversation_routing',
    name: 'Messaging Conversation Routing',
    template: 'conversationRouting',
    ...automatic,
  },
  {
    id: 'controllerbot_messaging_mid_conversation_msg',
    name: 'Messaging Line in Off-Hours',
    template: 'lineInOffHours',
    ...automatic,
  },
  {
    id: 'controllerbot_messaging_conversation_end',
    name: 'Messaging Conversation End',
    template: 'conversationEnd',
    ...automatic,
  },
  {
    id: 'controllerbot_messaging_consumer_step_up',
    name: 'Messaging Consumer Step Up',
    template: 'consumerStepUp',
    ...automatic,
    unknownId: true,
  },
  {
    id: 'surveybot_messaging_survey_started',
    name: 'Messaging Survey Started',
    template: 'surveyStarted',
    ...survey,
  },
  {
    id: 'surveybot_messaging_survey_ended',
    name: 'Messaging Survey Ended',
    template: 'surveyEnded',
    ...survey,
  },
  {
    id: 'conversational_command',
    name: 'Conversational Command',
    caller: 'Agent Workspace',
    template: 'conversationalCommand',
    waits: 'not documented; an agent waits',
    accepts: 'a text or a number, shown to the agent',
    functionsPerEvent: 30,
    skills: false,
    budget: false,
  },
  {
    id: 'bot_connectors_custom_integration',
    name: 'Third-Party Bots Custom Integration',
    template: 'customIntegration',
    ...bots,
    accepts: 'messages, and a context with at most one action',
  },
  {
    id: 'bot_connectors_pre_hook',
    name: 'Third-Party Bots Pre Hook',
    template: 'preHook',
    ...bots,
    accepts: 'the whole request to the bot’s vendor, changed or not',
  },
  {
    id: 'bot_connectors_post_hook',
    name: 'Third-Party Bots Post Hook',
    template: 'postHook',
    ...bots,
    accepts: 'the whole answer of the bot’s vendor, changed or not',
  },
  {
    id: 'bot_connectors_error_hook',
    name: 'Third-Party Bots Error Hook',
    template: 'errorHook',
    ...bots,
    accepts: 'anything, ignored',
  },
  {
    id: 'denver_post_survey_email_transcript',
    name: 'Chat Post Survey E-Mail Transcript',
    caller: 'Chat Service',
    template: 'emailTranscript',
    waits: 'not documented; no retry',
    accepts: 'a list of { targetEmail, senderName, senderEmail, subject }',
    functionsPerEvent: 10,
    skills: false,
    budget: false,
  },
  {
    id: 'scheduled',
    name: 'Schedule',
    caller: 'the scheduler',
    template: 'scheduled',
    waits: '30 s',
    accepts: 'anything, ignored',
    ...withoutEvent,
  },
  {
    id: 'external',
    name: 'External invocation',
    caller: 'your own systems',
    template: 'externalInvocation',
    waits: '35 s in LivePerson’s Node client, 15 s in its Java client',
    accepts: 'any JSON',
    ...withoutEvent,
  },
  {
    id: 'conversation_builder',
    name: 'Conversation Builder integration',
    caller: 'Conversation Builder',
    template: 'conversationBuilder',
    waits: '47 s (Americas) or 20 s (EMEA, APAC)',
    accepts: 'any JSON, kept in the response variable; flat keys suit custom data fields',
    ...withoutEvent,
  },
  {
    id: 'conversation_orchestrator',
    name: 'Conversation Orchestrator attribute',
    caller: 'Conversation Orchestrator',
    template: 'orchestratorAttribute',
    waits: 'not documented',
    accepts: 'the value of the attribute: a text, a number, true or false, or a list',
    ...withoutEvent,
  },
  {
    id: 'orchestrated',
    name: 'Orchestrator function',
    caller: 'another function, or whoever calls the orchestrator',
    template: 'orchestratorFunction',
    waits: '25 s',
    accepts: 'any JSON',
    ...withoutEvent,
  },
];

/** What `config.json` holds for a function that no event calls. Source: github.com/LivePersonInc/faas-cli. */
export const noEvent = 'No Event';

/** The event of that id, or `undefined`. */
export function eventById(id: string): PlatformEvent | undefined {
  return events.find((event) => event.id === id);
}

/** The kinds of caller that need no event, as `caller` in `config.json` names them. */
export const callersWithoutEvent: readonly string[] = events
  .filter((event) => event.withoutEvent)
  .map(({ id }) => id);
