import { writeContext } from '../outbound/context-service';
import { setting } from '../setting';
import type { SurveyFacts } from './survey-facts';

/**
 * Writes to the Context Service, with the conversation's id as session, how far its survey is. Called twice it writes the
 * same. The names do not collide with what others keep of the conversation there. Never rejects.
 */
export async function rememberSurvey(surveyState: 'started' | 'ended', facts: SurveyFacts): Promise<void> {
  const { conversationId, surveyId, skillId, closeReason } = facts;
  if (conversationId === null || surveyId === null) return;
  const place = { namespace: setting('CONTEXT_NAMESPACE', 'custom'), session: conversationId };
  await writeContext(place, {
    surveyState,
    surveyId,
    surveySkillId: skillId,
    surveyCloseReason: closeReason,
  });
}
