import type {
  ChangeTtr,
  CloseConversation,
  Invocation,
  Transfer,
  TtrType,
} from '../events/custom-integration';

/** Hand over to a skill, by its exact name, and there to `agentId` if that agent is available. */
export function transfer(skill: string, agentId?: string): Transfer {
  return { action: 'TRANSFER', actionParameters: agentId === undefined ? { skill } : { skill, agentId } };
}

/** End the conversation, by choice without the post-conversation survey. */
export function closeConversation({ withoutSurvey = false } = {}): CloseConversation {
  return withoutSurvey
    ? { action: 'CLOSE_CONVERSATION', actionParameters: { withoutPcs: true } }
    : { action: 'CLOSE_CONVERSATION' };
}

/** Change the time to respond; messaging only. */
export function changeTtr(ttrType: TtrType): ChangeTtr {
  return { action: 'CHANGE_TTR', actionParameters: { ttrType } };
}

/** Call another function of the account; its failure escalates only if asked for. */
export function invocation(lambdaUuid: string, payload: object, { failOnError = false } = {}): Invocation {
  return { action: 'INVOCATION', actionParameters: { lambdaUuid, payload, failOnError } };
}
