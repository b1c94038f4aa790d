import { field } from '../field';
import { identifier } from '../identifier';
import { positiveNumber } from '../positive-number';

/** What reports need of a survey, and nothing that the consumer has written. Null where the payload does not say. */
export interface SurveyFacts {
  conversationId: string | null;
  surveyId: string | null;
  surveyRevision: string | null;
  skillId: string | null;
  campaignId: string | null;
  engagementId: string | null;
  closeReason: string | null;
  /** The question that was asked last; null where none was. */
  lastQuestionId: string | null;
  firstConversation: boolean | null;
  /** From the beginning of the conversation to its end. */
  conversationSeconds: number | null;
  /** From the beginning of the survey to its end, or to the last line in it. */
  surveySeconds: number | null;
}

/** Reads a survey's payload, whatever is missing in it. */
export function surveyFacts(payload: unknown): SurveyFacts {
  const id = (...path: string[]) => identifier(field(payload, ...path));
  const first = field(payload, 'firstConversation');
  const main = dialog(payload, 'MAIN');
  const survey = dialog(payload, 'POST_SURVEY');
  const lastLine = field(payload, 'lastContentEventNotification', 'serverTimestamp');
  return {
    conversationId: id('conversationId'),
    surveyId: id('surveyId'),
    surveyRevision: id('surveyRevision'),
    skillId: id('skillId'),
    campaignId: id('campaignInfo', 'campaignId'),
    engagementId: id('campaignInfo', 'engagementId'),
    closeReason: id('closeReason'),
    lastQuestionId: id('lastQuestionId'),
    firstConversation: typeof first === 'boolean' ? first : null,
    conversationSeconds: seconds(field(main, 'creationTs'), field(main, 'endTs')),
    surveySeconds: seconds(field(survey, 'creationTs'), field(survey, 'endTs') ?? lastLine),
  };
}

function dialog(payload: unknown, type: string): unknown {
  const dialogs = field(payload, 'dialogs');
  return Array.isArray(dialogs) ? dialogs.find((each) => field(each, 'dialogType') === type) : undefined;
}

function seconds(from: unknown, to: unknown): number | null {
  const [start, end] = [positiveNumber(from), positiveNumber(to)];
  return start === null || end === null || end < start ? null : Math.round((end - start) / 1000);
}
