/**
 * One namespace per platform event: `CustomIntegration.Request` and `.Response`, `ErrorHook.Request`,
 * `ParticipantsChange.Request` and `.Response`, and `Input` around each request.
 */
export type { Input } from './input';
export type * as CustomIntegration from './custom-integration';
export type * as ErrorHook from './error-hook';
export type * as ParticipantsChange from './participants-change';
