import type { Finding } from '../../errors.ts';
import { cbotEventTypes } from '../../platform/automatic-messages.ts';
import { automaticMessages } from './automatic-messages.ts';
import type { Contract, ContractContext } from './contract.ts';
import { judgeConversationalCommand } from './conversational-command.ts';
import { judgeCustomIntegration } from './custom-integration.ts';
import { judgeEmailTranscript } from './email-transcript.ts';
import { judgePostHook, judgePreHook } from './hooks.ts';
import { judgeErrorHook, judgeScheduled, judgeSurvey } from './ignored-answer.ts';
import {
  judgeConversationBuilder,
  judgeExternal,
  judgeOrchestrated,
  judgeOrchestratorAttribute,
} from './without-event.ts';

const contracts: ReadonlyMap<string, Contract> = new Map<string, Contract>([
  ...Object.keys(cbotEventTypes).map((event) => [event, automaticMessages(event)] as const),
  ['surveybot_messaging_survey_started', judgeSurvey],
  ['surveybot_messaging_survey_ended', judgeSurvey],
  ['conversational_command', judgeConversationalCommand],
  ['bot_connectors_custom_integration', judgeCustomIntegration],
  ['bot_connectors_pre_hook', judgePreHook],
  ['bot_connectors_post_hook', judgePostHook],
  ['bot_connectors_error_hook', judgeErrorHook],
  ['denver_post_survey_email_transcript', judgeEmailTranscript],
  ['scheduled', judgeScheduled],
  ['external', judgeExternal],
  ['conversation_builder', judgeConversationBuilder],
  ['conversation_orchestrator', judgeOrchestratorAttribute],
  ['orchestrated', judgeOrchestrated],
]);

/** The events whose answers are judged. */
export const judgedEvents: readonly string[] = [...contracts.keys()];

/**
 * Judges an answer as the caller of `event` would; `undefined` as `result` stands for no answer at all. Empty for an
 * answer that is fine, and for what is no event of the platform.
 */
export async function judgeAnswer(
  event: string | null,
  result: unknown,
  context: ContractContext,
): Promise<Finding[]> {
  const contract = event === null ? undefined : contracts.get(event);
  return contract ? contract(result, context) : [];
}
