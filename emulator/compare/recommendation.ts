import { limits } from '../platform/limits.ts';
import { claim, type Claim, type Recommendation } from './claim.ts';
import { figure, mostTake, text, time } from './figures.ts';
import type { Measured } from './rows.ts';

/** Sentences about what to choose; each figure in them is one of a row, and the rows are named. */
export function recommend(report: Measured): Recommendation {
  const choice = choose(report);
  return { choice, claims: [verdict(report, choice), ...reasons(report), ...running(report)] };
}

/**
 * Ours: errors come first, then the time that LivePerson asks for, then what has to be run. Where both are good, the
 * function is less to run; where neither is, another way to run the bot does not help.
 */
function choose(report: Measured): Recommendation['choice'] {
  const { errors } = report.answers;
  if (errors.function !== errors.endpoint) return errors.function < errors.endpoint ? 'function' : 'endpoint';
  const [own, other] = [p95Of(report, 'function'), p95Of(report, 'endpoint')];
  if (own === null || other === null) return 'either';
  const budget = limits.budget[report.setting.generation];
  if (own <= budget) return 'function';
  return other <= budget ? 'endpoint' : 'either';
}

function p95Of({ latency }: Measured, approach: 'function' | 'endpoint'): number | null {
  return latency.find(({ id }) => id === `latency.${approach}.warm`)?.wait.p95 ?? null;
}

function verdict(report: Measured, choice: Recommendation['choice']): Claim {
  if (choice === 'either') return undecided(report);
  if (report.answers.errors.function !== report.answers.errors.endpoint) {
    return claim(
      choice === 'function' ? 'Take the function: ' : 'Take the endpoint: ',
      figure(report.answers, 'errors.function', 'call'),
      ' of the function failed, and ',
      figure(report.answers, 'errors.endpoint'),
      ' of the endpoint.',
    );
  }
  if (choice === 'endpoint') {
    return claim(
      'Take the endpoint: as a function ',
      ...mostTake(report, 'function'),
      ' once projected, which is beyond the second that LivePerson asks for, and behind the endpoint ',
      ...mostTake(report, 'endpoint'),
      '.',
    );
  }
  return claim(
    'Stay with a function unless one of the facts below decides otherwise: ',
    ...mostTake(report, 'function'),
    ' once projected to the platform, and there is nothing to run.',
    { points: 'fact.deployment' },
  );
}

function undecided(report: Measured): Claim {
  const [own, other] = [p95Of(report, 'function'), p95Of(report, 'endpoint')];
  if (own === null || other === null) {
    return claim(
      'Nothing speaks for one of the two: both have to answer before there is anything to compare, in ',
      figure(report.answers, 'compared', 'conversation'),
      '.',
    );
  }
  return claim(
    'Make the bot faster first: as a function ',
    ...mostTake(report, 'function'),
    ' once projected, behind the endpoint ',
    ...mostTake(report, 'endpoint'),
    ', and LivePerson asks for less than a second.',
    { points: 'fact.wait' },
  );
}

function reasons(report: Measured): Claim[] {
  const { answers, faultCounts } = report;
  return [
    ...(answers.compared > 0 ? [sameAnswers(answers)] : []),
    ...latencyClaims(report),
    ...(faultCounts.of > 0
      ? [
          claim(
            'Of ',
            figure(faultCounts, 'of'),
            ' faults the bot goes on after ',
            figure(faultCounts, 'survived.function'),
            ' as a function and after ',
            figure(faultCounts, 'survived.endpoint'),
            ' behind the endpoint; one that it cannot have counts as well.',
          ),
        ]
      : []),
  ];
}

function sameAnswers(answers: Measured['answers']): Claim {
  if (answers.different > 0) {
    return claim(
      'The answers differ in ',
      figure(answers, 'different'),
      ' of ',
      figure(answers, 'compared', 'conversation'),
      ': settle that first.',
    );
  }
  return answers.compared === 1
    ? claim('Both give the same answers in the only conversation that was compared.', { points: answers.id })
    : claim(
        'Both give the same answers in all ',
        figure(answers, 'compared', 'conversation'),
        ' that were compared.',
      );
}

function latencyClaims(report: Measured): Claim[] {
  const [one, other] = [p95Of(report, 'function'), p95Of(report, 'endpoint')];
  if (one === null || other === null) return [];
  return [
    claim(
      'The median wait is ',
      time(report, 'latency.function.warm', 'wait.p50'),
      ' with the function (projected) and ',
      time(report, 'latency.endpoint.warm', 'wait.p50'),
      ' with the endpoint (measured; the network between LivePerson and the service comes on top).',
    ),
    claim(
      'A new conversation has its first answer after ',
      time(report, 'first.function.warm', 'wait.p50'),
      ' with the function and ',
      time(report, 'first.endpoint.warm', 'wait.p50'),
      ' with the endpoint; after a pause a function starts cold first: ',
      text(report, 'fact.cold-start', 'function'),
      '.',
    ),
  ];
}

function running(report: Measured): Claim[] {
  return [
    claim(
      'An endpoint asks for ',
      text(report, 'fact.deployment', 'endpoint'),
      ', and it has to keep state and check tokens by itself.',
      { points: 'fact.state' },
      { points: 'fact.auth' },
    ),
    claim('Custom Endpoints are for ', text(report, 'fact.availability', 'endpoint'), '.'),
  ];
}
