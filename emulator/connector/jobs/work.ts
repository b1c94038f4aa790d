import { act } from './act.ts';
import { ask } from './ask.ts';
import { deliver } from './deliver.ts';
import { end, endSurvey } from './end.ts';
import { escalate } from './escalate.ts';
import { fail } from './fail.ts';
import { nextEvent } from './intake.ts';
import type { Job } from '../session/jobs.ts';
import type { Session } from '../session/session.ts';
import { take } from './take.ts';

/** Does everything that there is to do at this moment: first what follows from what was done, then what the consumer did. */
export async function work(session: Session): Promise<void> {
  for (let job = next(session); job; job = next(session)) await run(session, job);
}

function next(session: Session): Job | undefined {
  const job = session.agenda.shift();
  if (job) return job;
  const passed = nextEvent(session);
  return passed && { do: 'ask', passed };
}

async function run(session: Session, job: Job): Promise<void> {
  switch (job.do) {
    case 'take':
      return take(session, job);
    case 'ask':
      return ask(session, job);
    case 'deliver':
      return deliver(session, job);
    case 'act':
      return act(session, job);
    case 'fail':
      return fail(session, job);
    case 'escalate':
      return escalate(session, job);
    case 'end':
      return end(session, job);
    case 'end-survey':
      return endSurvey(session);
    default:
      return job satisfies never;
  }
}
