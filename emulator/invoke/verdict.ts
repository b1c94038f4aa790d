import type { Finding } from '../errors.ts';
import { eventById } from '../platform/events.ts';
import { type Limits, limitSource } from '../platform/limits.ts';
import { didYouMean } from '../platform/suggest.ts';
import { type Mock, mockName } from '../payload/mock/mock.ts';
import type { Loss } from '../runtime/protocol.ts';
import { adviceFor } from './advice.ts';
import { type InvocationRecord, whereOf } from './record.ts';

/** What is judged beside the record itself. */
export interface Evidence {
  limits: Limits;
  losses: Loss[];
  tooLarge: number | undefined;
  answers: number;
  /** Mocks that the function is meant to use. */
  mocks: Mock[];
  usedMocks: ReadonlySet<number>;
  /** What is to be said about requests that were refused. */
  refusals: Finding[];
  /** Keys of secrets that were asked for and that the project does not have. */
  absentSecrets: ReadonlySet<string>;
  /** Keys of those that it has. */
  secretKeys: readonly string[];
}

/** Every complaint about one run, the contract of its caller excepted. */
export function judgeRun(record: Omit<InvocationRecord, 'verdict'>, evidence: Evidence): Finding[] {
  return [
    ...judgeOutcome(record),
    ...judgeAnswers(evidence),
    ...judgeBudget(record, evidence.limits),
    ...judgeTraffic(evidence),
  ];
}

function judgeOutcome({ outcome, error, generation }: Omit<InvocationRecord, 'verdict'>): Finding[] {
  if (outcome === 'ok' || !error) return [];
  const [frame] = error.frames;
  const { code, hint } = adviceFor(outcome, error, generation);
  return [{ code, severity: 'error', message: error.message, hint, ...(frame && { where: whereOf(frame) }) }];
}

function judgeAnswers({ losses, tooLarge, answers, limits }: Evidence): Finding[] {
  const findings: Finding[] = losses.map(({ path, what }) => ({
    code: 'lossy-result',
    severity: 'error',
    message: what,
    path,
    hint: 'answer with what JSON has: text, numbers, booleans, null, plain arrays and objects',
  }));
  if (answers > 1) {
    findings.push({
      code: 'callback-twice',
      severity: 'error',
      message: `the callback was called ${answers} times; the first answer counted`,
      hint: 'return after calling back, so that no path goes on to a second call',
    });
  }
  if (tooLarge !== undefined) {
    findings.push({
      code: 'large-result',
      severity: 'error',
      message: `the answer has ${tooLarge} characters; up to ${limits.answerSize} are kept here`,
      hint: 'answer with less; the platform documents no limit but says that large answers freeze its tools',
    });
  }
  return findings;
}

function judgeBudget(
  { event, outcome, timings, generation }: Omit<InvocationRecord, 'verdict'>,
  limits: Limits,
): Finding[] {
  if (outcome !== 'ok' || event === null || !eventById(event)?.budget) return [];
  const { wall, active, waiting, projected } = timings;
  const { budget } = limits;
  const source = limitSource('budget', generation, budget);
  if (wall > budget) {
    return [
      {
        code: 'over-budget',
        severity: 'error',
        message: `${ms(wall)} measured here, ${ms(budget)} is the budget (${source})`,
        hint: 'give each call a shorter time-out, make independent calls at once, answer first and do the rest later',
      },
    ];
  }
  if (active === null || waiting === null || projected === null || projected <= budget) return [];
  return [
    {
      code: 'projected-over-budget',
      severity: 'error',
      message: `${ms(projected)} projected (${ms(waiting)} waiting + ${ms(active)} CPU ÷ ${limits.cpu}), ${ms(budget)} is the budget (${source})`,
      hint: `${generation} has ${limits.cpu} of a CPU: do less work in the function`,
    },
  ];
}

function judgeTraffic({ mocks, usedMocks, refusals, absentSecrets, secretKeys }: Evidence): Finding[] {
  const unused = mocks.filter((_, index) => !usedMocks.has(index));
  return [
    ...refusals,
    ...[...absentSecrets].map((key) => absentSecret(key, secretKeys)),
    ...unused.map((mock): Finding => ({
      code: 'unused-mock',
      severity: 'warning',
      message: `no request matched the mock of ${mockName(mock)}`,
      hint: 'correct its url, or remove it',
    })),
  ];
}

/** A function that can do without shows it nowhere but here, so it is told; a declared fault is meant, and is not. */
function absentSecret(key: string, keys: readonly string[]): Finding {
  const meant = didYouMean(key, keys);
  return {
    code: 'absent-secret',
    severity: 'warning',
    message: `the secret "${key}" was asked for, and functions/settings.json has none of that name${meant && `.${meant}`}`,
    hint: `add { "key": "${key}", "value": "…" } to "secrets" there; if it is missing on purpose, say so in the payload: account: { secrets: { keys: { ${key}: { fault: not-found } } } }`,
    where: { file: 'functions/settings.json' },
  };
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
