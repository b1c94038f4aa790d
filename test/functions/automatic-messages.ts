import type { Commands } from '../../functions/lib/events/automatic-messages.ts';
import type { Input } from '../../functions/lib/events.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';

type Lambda = (input: Input<never>) => Promise<Commands>;

/** Calls `lambda` with a payload at some time, and puts each answer before the caller's own rules. */
export function asAutomaticMessages(
  event: string,
  lambda: Lambda,
): (payload: unknown, timestamp?: number) => Promise<Commands> {
  return async (payload, timestamp = Date.UTC(2023, 1, 1, 10, 30)) => {
    const commands = await lambda({ headers: [], timestamp, payload: payload as never });
    expect(await judgeAnswer(event, commands, { payload, generation: 'v2' })).toEqual([]);
    return commands;
  };
}

/** A message to the consumer. */
export const message = (text: string): object => ({ type: 'systemMessage', text });

/** What no caller sends, and what must not break a function all the same. */
export const garbage: readonly unknown[] = [
  undefined,
  null,
  'text',
  7,
  [],
  {},
  { general: null, start: null, mid: null, end: null, idle: null, ttr: null, routing: null },
  { general: 'x', start: 1, mid: [], end: 'x', idle: 'x', ttr: 'x', routing: 'x', participantChange: 'x' },
  { general: { cbotEventType: 5, convId: {}, campaignInfo: 'x', inOffHours: {}, originatorMetadata: 3 } },
  { general: { cbotEventType: ['x'] }, ttr: { newTtr: 'x', oldTtr: 3 }, idle: { agentNonResponsive: 'x' } },
];

/** Sets environment variables for the tests of a file, and takes them away again; a test may change them. */
export function settingsFor(variables: Record<string, string>): void {
  beforeEach(() => void Object.assign(process.env, variables));
  afterEach(() => {
    for (const name of Object.keys(variables)) delete process.env[name];
  });
}
