import type { Input, Survey } from '../lib/events';
import { rememberSurvey } from '../lib/survey/survey-context';
import { surveyFacts, type SurveyFacts } from '../lib/survey/survey-facts';
import { postReport } from '../lib/outbound/webhook';

/**
 * Reports how a survey ended, to a webhook and to the Context Service. What the consumer answered is not passed on: it is
 * free text, and not in the payload but for the last line. The caller ignores the answer.
 */
export async function lambda(input: Input<Survey.Request>): Promise<Survey.Response> {
  const facts = surveyFacts(input.payload);
  console.info('survey ended', facts);
  await Promise.all([rememberSurvey('ended', facts), report(facts)]);
  return 'ok';
}

/** Where no question was asked there is nothing to count. The same survey always has the same id, however often it comes. */
async function report(facts: SurveyFacts): Promise<void> {
  const { conversationId, surveyId, surveyRevision, lastQuestionId } = facts;
  if (conversationId === null || surveyId === null || lastQuestionId === null) return;
  await postReport({
    of: 'survey',
    variable: 'SURVEY_WEBHOOK_URL',
    id: `${conversationId}:${surveyId}:${surveyRevision}`,
    text: lineOf(facts),
    report: facts,
  });
}

function lineOf({ surveyId, conversationId, closeReason, surveySeconds }: SurveyFacts): string {
  const after = surveySeconds === null ? '' : ` after ${surveySeconds} s`;
  return `Survey ${surveyId} of conversation ${conversationId} (closed by ${closeReason ?? 'unknown'}) ended${after}.`;
}
