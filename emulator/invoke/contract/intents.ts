import * as z from 'zod/mini';
import type { Finding } from '../../errors.ts';
import { connectorLimits } from '../../platform/connector-limits.ts';
import { refused } from './finding.ts';
import { pathOf } from '../../payload/document/path.ts';
import { mismatches } from './shape.ts';
import type { JsonObject } from './value.ts';

const { intentId, intentName, confidenceScore } = connectorLimits;

const intent = z.object(
  {
    intentId: z
      .string('a string')
      .check(
        z.minLength(1, 'at least one character'),
        z.maxLength(intentId.value, `at most ${intentId.value}`),
      ),
    intentName: z.optional(
      z.string('a string').check(z.maxLength(intentName.value, `at most ${intentName.value}`)),
    ),
    confidenceScore: z
      .number('a number from 0 to 1')
      .check(z.minimum(0, 'a number from 0 to 1'), z.maximum(confidenceScore.value, 'a number from 0 to 1')),
  },
  'an object',
);

const alternatives = z.array(intent, 'an array of intents');

const hint =
  'an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary';

/** Judges the intent of an answer, and its alternatives, in `context`. */
export function judgeIntents(context: JsonObject): Finding[] {
  const named = ['intentId', 'intentName', 'confidenceScore'].some((key) => context[key] !== undefined);
  return [...(named ? judgeIntent(context) : []), ...judgeAlternatives(context['alternativeIntents'])];
}

function judgeIntent(context: JsonObject): Finding[] {
  return mismatches(intent, context, 'context').map(({ steps, what }) =>
    refused('liveperson-functions-invalid-body', { path: pathOf('context', steps), what, hint }),
  );
}

function judgeAlternatives(given: unknown): Finding[] {
  if (given === undefined) return [];
  return mismatches(alternatives, given, 'alternativeIntents').map(({ steps, what }) =>
    refused('aivendor.faas.parse-message.malformed-alternative-intents', {
      path: pathOf('context.alternativeIntents', steps),
      what,
      hint,
    }),
  );
}
