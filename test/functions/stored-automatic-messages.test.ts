import { readFileSync } from 'node:fs';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { storedPayloads } from '../../emulator/payload/payloads.ts';
import type { Commands } from '../../functions/lib/events/automatic-messages.ts';
import type { Input } from '../../functions/lib/events.ts';
import { account, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const logs = (['info', 'warn', 'error'] as const).map((level) =>
  jest.spyOn(console, level).mockImplementation(() => {}),
);

const before = { ...process.env };

beforeEach(() => logs.forEach((spy) => spy.mockClear()));

afterEach(() => {
  process.env = { ...before };
});

interface Config {
  event: string;
  environmentVariables: Record<string, string>;
}

/** What a template answers to each stored payload of its event, with its own settings, once it has been found good. */
async function answers(template: string): Promise<string> {
  const config = JSON.parse(readFileSync(`functions/${template}/config.json`, 'utf8')) as Config;
  Object.assign(process.env, config.environmentVariables, { KEYWORD_WEBHOOK_URL: '' });
  const { lambda } = (await import(`../../functions/${template}/index.ts`)) as {
    lambda: (input: Input<never>) => Promise<Commands>;
  };
  const { payloads, findings } = await storedPayloads(process.cwd(), config.event);
  expect(findings).toEqual([]);
  const lines = payloads.map(async ({ name, input }) => {
    const commands = await lambda(input as never);
    const context = { payload: input.payload, generation: 'v2' } as const;
    expect(await judgeAnswer(config.event, commands, context)).toEqual([]);
    return `${name}: ${commands.map(told).join(' + ') || '-'}`;
  });
  const sorted = (await Promise.all(lines)).toSorted();
  expect(personalData()).toEqual([]);
  return `\n${sorted.join('\n')}\n`;
}

/** A command in a few words. */
function told(command: Commands[number]): string {
  if (command.type === 'systemMessage') return command.text;
  return command.type === 'transfer' ? `transfer to ${command.skillId}` : command.type;
}

/** What the stored payloads say about people, found in any log entry. */
function personalData(): string[] {
  const entries = JSON.stringify(logs.flatMap((spy) => spy.mock.calls));
  return entries.match(/Jane|Roe|CONTRACT|192\.0\.2|c0ffee|1000000042|VISITOR|<script>/g) ?? [];
}

test('newConversation', async () => {
  expect(await answers('newConversation')).toMatchInlineSnapshot(`
    "
    after-autoclose: Welcome back! Your last conversation had been closed because it was quiet for a while. You are writing to us about your order. A colleague will be with you soon.
    documented-spelling: Welcome! Good to have you here. You are writing to us about your order. A colleague will be with you soon.
    first-time-off-hours: Welcome! Good to have you here. You are writing to us about your order. We are closed at the moment and open again on Monday at 09:00 (Berlin time). Write to us already, we keep it.
    first-time: Welcome! Good to have you here. You are writing to us about your order. A colleague will be with you soon.
    holiday: Welcome back! You are writing to us about your order. We are closed at the moment and will answer when we open again. Write to us already, we keep it.
    hostile: Welcome back! A colleague will be with you soon.
    off-hours: Welcome back! You are writing to us about your order. We are closed at the moment and open again tomorrow at 09:00 (Berlin time). Write to us already, we keep it.
    returning: Welcome back! A colleague will be with you soon.
    "
  `);
});

test('lineInOffHours', async () => {
  expect(await answers('lineInOffHours')).toMatchInlineSnapshot(`
    "
    documented-spelling: Thank you, we have got this message too. We open again tomorrow at 09:00 (Berlin time) and will answer then. + transfer to 1000000020
    holiday: Thank you for your message. We are closed at the moment and will answer when we open again. + transfer to 1000000020
    hostile: Thank you for your message. We are closed at the moment and will answer when we open again. + transfer to 1000000020
    message-again: Thank you, we have got this message too. We open again tomorrow at 09:00 (Berlin time) and will answer then. + transfer to 1000000020
    message-on-saturday: Thank you for your message. We are closed at the moment. We open again on Monday at 09:00 (Berlin time) and will answer then. + transfer to 1000000020
    message: Thank you for your message. We are closed at the moment. We open again tomorrow at 09:00 (Berlin time) and will answer then. + transfer to 1000000020
    moved-already: Thank you for your message. We are closed at the moment. We open again tomorrow at 09:00 (Berlin time) and will answer then.
    open-again: -
    "
  `);
});

test('timeToRespond', async () => {
  expect(await answers('timeToRespond')).toMatchInlineSnapshot(`
    "
    agent-updated: You can expect an answer tomorrow at 13:00 at the latest (Berlin time).
    asked-urgent: We have marked this conversation as urgent. You can expect an answer within 5 minutes.
    cancelled-urgent: This conversation is not urgent any more. You can expect an answer within 60 minutes.
    documented-spelling: You can expect an answer within 60 minutes.
    hostile: -
    off-hours: We have noted that. We are closed at the moment and will answer when we open again.
    overdue: This conversation is not urgent any more. You can expect an answer as soon as possible.
    unchanged: -
    "
  `);
});

test('conversationIdle', async () => {
  expect(await answers('conversationIdle')).toMatchInlineSnapshot(`
    "
    agent-gone: Thank you for your patience. We are passing you on to another team, so that you get an answer sooner. + transfer to 1000000022
    agent-silent: We have not forgotten you. Our answer takes a little longer than usual.
    consumer-answered: -
    consumer-gone: We close this conversation now, because it has been quiet for a while. Write to us again whenever you like. + closeConversation
    consumer-reminded: -
    consumer-silent-again: We have not heard from you for a while. If you still need us, just write back; else we will close this conversation.
    consumer-silent: Are you still there? We would like to go on: just write back.
    documented-spelling: We have not forgotten you. Our answer takes a little longer than usual.
    hostile: -
    queue-long-moved: Thank you for your patience. You are still in line, and the next free colleague will take over.
    queue-long: Thank you for your patience. We are passing you on to another team, so that you get an answer sooner. + transfer to 1000000022
    queue-off-hours: -
    queue: Thank you for your patience. You are still in line, and the next free colleague will take over.
    "
  `);
});

test('conversationRouting', async () => {
  expect(await answers('conversationRouting')).toMatchInlineSnapshot(`
    "
    context-service-down: We are connecting you with our billing team.
    documented-spelling: We are connecting you with our billing team.
    from-nowhere: We are connecting you with our billing team.
    hostile: -
    same-skill: -
    transferred-in-off-hours: We are connecting you with the team that can help you best.
    transferred: We are connecting you with our billing team.
    "
  `);
});

test('conversationEnd', async () => {
  expect(await answers('conversationEnd')).toMatchInlineSnapshot(`
    "
    agent-ended: -
    consumer-ended: -
    documented-spelling: -
    hostile: -
    system-ended: -
    webhook-down: -
    "
  `);
});

test('consumerStepUp', async () => {
  expect(await answers('consumerStepUp')).toMatchInlineSnapshot(`
    "
    closed-already: -
    documented-spelling: Thank you, you are logged in now. We can go on.
    hostile: Thank you, you are logged in now. The next free colleague will take over.
    monitoring-down: Thank you, you are logged in now. We can go on.
    stepped-up-in-queue: Thank you, you are logged in now. The next free colleague will take over.
    stepped-up: Thank you, you are logged in now. We can go on.
    without-visit: Thank you, you are logged in now. We can go on.
    "
  `);
  expect(account.sdes).toHaveLength(4);
});
