import { Toolbelt, type OrchestratorResponse } from 'core-functions-toolbelt';
import type { Input } from '../lib/events';
import { failureCode } from '../lib/outbound/failure-code';
import { settings } from '../lib/setting';

/** Goes on to every function as it is. */
type Request = unknown;

/** What the functions answered, by the names that FUNCTIONS gives them; null for those that are in `failed`. */
interface Response {
  complete: boolean;
  results: Record<string, unknown>;
  failed: string[];
}

/** Milliseconds for all of them; 25 s at most. Each gets its share of it, although they run at the same time. */
const deadline = 20_000;

/** One function to call. */
interface Target {
  name: string;
  uuid: string;
}

/** Calls several functions at once with the same payload and answers for all of them. One that fails keeps no other back. */
export async function lambda(input: Input<Request>): Promise<Response> {
  const targets = settings('FUNCTIONS').flatMap(targetIn);
  const answers = targets.length === 0 ? [] : await invokeAll(targets, input?.payload ?? null);
  const outcomes = targets.map(({ name }, index) => ({ name, ...outcomeOf(answers[index]) }));
  const failed = outcomes.filter(({ code }) => code !== null);
  if (failed.length > 0)
    console.warn('functions failed', { failed: failed.map(({ name, code }) => ({ name, code })) });
  return {
    complete: failed.length === 0,
    results: Object.fromEntries(outcomes.map(({ name, body }) => [name, body])),
    failed: failed.map(({ name }) => name),
  };
}

/** `tier=11111111-2222-4333-8444-555555555555`; an entry of another form is left out and logged. */
function targetIn(entry: string): Target[] {
  const [, name, uuid] = /^([A-Za-z]\w*)=([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(entry) ?? [];
  if (name !== undefined && uuid !== undefined) return [{ name, uuid }];
  console.error('FUNCTIONS has an entry that is no name=uuid', { entry });
  return [];
}

/** The answers in the order of the targets; none where the orchestrator itself failed. */
async function invokeAll(targets: readonly Target[], payload: unknown): Promise<OrchestratorResponse[]> {
  const invocations = targets.map(({ uuid }) => ({ uuid, payload, retries: 1 }));
  // The strategy as a text: v1 has no ErrorStrategy to import.
  const options = { json: true, invokeParallel: true, errorStrategy: 'ContinueOnError' as const };
  try {
    return await Toolbelt.OrchestratorClient().invoke(invocations, deadline, options);
  } catch (error) {
    console.error('orchestrator failed', { code: failureCode(error) });
    return [];
  }
}

function outcomeOf(answer: OrchestratorResponse | undefined): { body: unknown; code: string | null } {
  if (!answer) return { body: null, code: 'no-answer' };
  if (answer.error) return { body: null, code: failureCode(answer.error) };
  return { body: answer.body ?? null, code: null };
}
