import * as z from 'zod/mini';

const id = z.union([z.string(), z.number()]);
const participants = z.array(z.looseObject({ id, role: z.string() }));
const ttr = z.optional(z.looseObject({ ttrType: z.string(), value: z.number() }));
const section = z.optional(z.looseObject({}));

/** The documentation and a captured payload differ in spelling and types of some fields: both are good. */
const general = z.looseObject({
  cbotEventType: z.enum([
    'YOU_ARE_CONNECTED_TO',
    'BACK_TO_QUEUE',
    'JOINED_AGENT_LEFT_CONVERSATION',
    'ANOTHER_AGENT_JOINED_CONVERSATION',
  ]),
  type: z.optional(z.string()),
  convId: z.string().check(z.minLength(1)),
  dialogId: z.optional(z.string()),
  sessionId: z.optional(id),
  visitorId: z.optional(id),
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
  clientFeatures: z.optional(z.array(z.string())),
  inOffHours: z.optional(z.boolean()),
  originatorId: z.optional(id),
  originatorMetadata: z.optional(z.looseObject({ id: z.string(), role: z.string() })),
});

/**
 * What Automatic Messages sends when the participants of a conversation change. Sources:
 * developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html (documented spelling),
 * github.com/wlai-lp/faas functions/Participant_Change/config.json (captured spelling).
 */
export const participantsChange = z.looseObject({
  general,
  start: section,
  mid: section,
  end: section,
  idle: section,
  ttr: z.optional(z.looseObject({ oldTtr: ttr, newTtr: ttr })),
  routing: z.optional(z.looseObject({ oldSkillId: z.optional(id), newSkillId: z.optional(id) })),
  participantChange: z.looseObject({ oldParticipants: participants, newParticipants: participants }),
});
