/**
 * One namespace per platform event, such as `CustomIntegration.Request` and `.Response`, and `Input` around each request.
 */
export type { Input } from './events/input';
export type * as ConsumerStepUp from './events/consumer-step-up';
export type * as ConversationalCommand from './events/conversational-command';
export type * as ConversationEnd from './events/conversation-end';
export type * as ConversationIdle from './events/conversation-idle';
export type * as ConversationRouting from './events/conversation-routing';
export type * as CustomIntegration from './events/custom-integration';
export type * as EmailTranscript from './events/email-transcript';
export type * as ErrorHook from './events/error-hook';
export type * as LineInOffHours from './events/line-in-off-hours';
export type * as NewConversation from './events/new-conversation';
export type * as ParticipantsChange from './events/participants-change';
export type * as PostHook from './events/post-hook';
export type * as PreHook from './events/pre-hook';
export type * as Survey from './events/survey';
export type * as TimeToRespond from './events/time-to-respond';
