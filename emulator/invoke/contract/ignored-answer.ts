import { ignored } from './finding.ts';
import { kind } from './value.ts';
import type { Contract } from './contract.ts';

/** Who ignores an answer, and what to do instead of giving one. */
interface Ignoring {
  /** Such as `the connector ignores what an error hook answers`. */
  what: string;
  hint: string;
}

/**
 * The contract of a caller that makes nothing of the answer: anything is fine, and one with content gets a warning,
 * because somebody meant something by it.
 */
function ignoredAnswer({ what, hint }: Ignoring): Contract {
  return (result) => {
    if (typeof result !== 'object' || result === null || Object.keys(result).length === 0) return [];
    const message = `${what}, and this one answers ${kind(result)} with content`;
    return [ignored({ path: '', what: message, hint })];
  };
}

/** Source: developers.liveperson.com/liveperson-functions-event-sources-third-party-bots.html. */
export const judgeErrorHook = ignoredAnswer({
  what: 'the connector ignores what an error hook answers',
  hint: 'return nothing; log what operators need, or send it to a webhook',
});

/**
 * Both survey events. The page speaks of commands that can be returned, names none, and ends with: return "ok".
 * Source: developers.liveperson.com/liveperson-functions-event-sources-post-conversation-survey.html.
 */
export const judgeSurvey = ignoredAnswer({
  what: 'the survey bot ignores what a function answers',
  hint: 'return "ok"; log what operators need, or send it to a webhook',
});

/** Source: developers.liveperson.com/liveperson-functions-foundations-features.html. */
export const judgeScheduled = ignoredAnswer({
  what: 'the scheduler ignores what a function answers',
  hint: 'return nothing; log what operators need, and throw where the run should count as failed',
});
