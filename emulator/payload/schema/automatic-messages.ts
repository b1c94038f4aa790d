import * as z from 'zod/mini';
import { cbotEventTypes } from '../../platform/automatic-messages.ts';

const id = z.union([z.string(), z.number()]);
/** Milliseconds or seconds: numbers by the table, some of them texts in the example beside it. */
const amount = z.optional(id);
const participants = z.array(z.looseObject({ id, role: z.string() }));
const ttr = z.looseObject({ ttrType: z.string(), value: id });
const section = z.looseObject({});
const span = z.optional(z.looseObject({ time: amount, timeUnits: z.optional(z.string()) }));

/** The documentation and a captured payload differ in spelling and types of some fields: both are good. */
const general = {
  type: z.optional(z.string()),
  convId: z.string().check(z.minLength(1)),
  dialogId: z.optional(z.string()),
  sessionId: z.optional(id),
  visitorId: z.optional(id),
  startTs: amount,
  effectiveTTR: amount,
  manualETTR: amount,
  serverTimestamp: amount,
  lastMessageTs: amount,
  lastAgentMsgTs: amount,
  backToQueueTs: amount,
  oldConvState: z.optional(z.enum(['OPEN', 'CLOSE'])),
  newConvState: z.optional(z.enum(['OPEN', 'CLOSE'])),
  contextType: z.optional(z.string()),
  contexttype: z.optional(z.string()),
  clientIpAddress: z.optional(z.string()),
  clientIpAdress: z.optional(z.string()),
  campaignInfo: z.optional(
    z.looseObject({
      id: z.optional(id),
      campaignId: z.optional(id),
      engagementId: z.optional(id),
      engangementId: z.optional(id),
    }),
  ),
  clientLanguage: z.optional(z.string()),
  clientFeatures: z.optional(z.array(z.string())),
  inOffHours: z.optional(z.boolean()),
  originatorId: z.optional(id),
  originatorMetadata: z.optional(z.looseObject({ id: z.string(), role: z.string() })),
  lastMessageComposer: z.optional(z.string()),
};

/** All sections come along with every event; which of them are filled is known for Participants Change only. */
const sections = {
  start: z.optional(z.looseObject({ firstConversation: z.optional(z.boolean()) })),
  mid: z.optional(z.looseObject({ openedInOffHours: z.optional(z.boolean()) })),
  end: z.optional(z.looseObject({ closeReason: z.optional(z.string()) })),
  idle: z.optional(
    z.looseObject({
      lastConsumerMsgTs: amount,
      agentNonResponsive: span,
      consumerNonResponsive: span,
      consumserNonResponsive: span,
      convNotTakenTime: span,
    }),
  ),
  ttr: z.optional(z.looseObject({ oldTtr: z.optional(ttr), newTtr: z.optional(ttr) })),
  routing: z.optional(z.looseObject({ oldSkillId: z.optional(id), newSkillId: z.optional(id) })),
  participantChange: z.optional(section),
};

/** The section that an event is about, with what it cannot do without. */
const subjects: Readonly<Record<string, Record<string, z.ZodMiniType>>> = {
  controllerbot_messaging_participants_change: {
    participantChange: z.looseObject({ oldParticipants: participants, newParticipants: participants }),
  },
  controllerbot_messaging_ttr: { ttr: z.looseObject({ oldTtr: z.optional(ttr), newTtr: ttr }) },
  controllerbot_messaging_conversation_routing: {
    routing: z.looseObject({ oldSkillId: z.optional(id), newSkillId: id }),
  },
};

/**
 * What Automatic Messages sends, by event. Sources:
 * developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html (documented spelling), an earlier
 * version of developers.liveperson.com/liveperson-functions-integrations-messaging-conversations.html (example),
 * github.com/wlai-lp/faas functions/Participant_Change/config.json (captured spelling).
 */
export const automaticMessages: Readonly<Record<string, z.ZodMiniType>> = Object.fromEntries(
  Object.entries(cbotEventTypes).map(([event, types]) => [
    event,
    z.looseObject({
      general: z.looseObject({ cbotEventType: z.enum(types), ...general }),
      ...sections,
      ...subjects[event],
    }),
  ]),
);
