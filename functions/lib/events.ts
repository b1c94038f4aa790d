/**
 * One namespace per platform event, such as `CustomIntegration.Request` and `.Response`, and `Input` around each request.
 */
export type { Input } from './input';
export type * as ConsumerStepUp from './consumer-step-up';
export type * as ConversationalCommand from './conversational-command';
export type * as ConversationEnd from './conversation-end';
export type * as ConversationIdle from './conversation-idle';
export type * as ConversationRouting from './conversation-routing';
export type * as CustomIntegration from './custom-integration';
export type * as EmailTranscript from './email-transcript';
export type * as ErrorHook from './error-hook';
export type * as LineInOffHours from './line-in-off-hours';
export type * as NewConversation from './new-conversation';
export type * as ParticipantsChange from './participants-change';
export type * as PostHook from './post-hook';
export type * as PreHook from './pre-hook';
export type * as Survey from './survey';
export type * as TimeToRespond from './time-to-respond';
