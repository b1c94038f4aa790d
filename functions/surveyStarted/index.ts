import type { Input, Survey } from '../lib/events';
import { rememberSurvey } from '../lib/survey/survey-context';
import { surveyFacts } from '../lib/survey/survey-facts';

/**
 * Notes that a consumer is being asked: in the log, where starts and ends can be counted, and in the Context Service,
 * where a bot or a policy that meets the consumer next can tell. The caller ignores the answer.
 */
export async function lambda(input: Input<Survey.Request>): Promise<Survey.Response> {
  const facts = surveyFacts(input.payload);
  console.info('survey started', facts);
  await rememberSurvey('started', facts);
  return 'ok';
}
