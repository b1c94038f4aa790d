import { join } from 'node:path';
import { type Played, turnDifferences } from '../../emulator/compare/answers.ts';
import { botCalls } from '../../emulator/compare/calls.ts';
import { EndpointSide } from '../../emulator/compare/sides/endpoint-side.ts';
import { FunctionSide } from '../../emulator/compare/sides/function-side.ts';
import { Guests } from '../../emulator/compare/sides/guests.ts';
import { type LocalService, startLocalService } from '../../emulator/compare/sides/local-service.ts';
import { readConversationFile } from '../../emulator/conversation/conversation-file.ts';
import { findFiles } from '../../emulator/conversation/find.ts';
import type { StageOptions } from '../../emulator/conversation/stage.ts';
import { nameVolatile } from '../../emulator/conversation/volatile.ts';
import { differences } from '../../emulator/invoke/differences.ts';
import { CallableFunctions } from '../../emulator/invoke/callable.ts';
import { loadProject } from '../../emulator/project/load.ts';

/** The templates' conversations, and the suite of the connector, which has every error and every setting. */
const projects = {
  templates: join(__dirname, '../..'),
  connector: join(__dirname, '../conversation/every'),
};

const failed = 'the error names the kind of bot, and the request is made three times, 5 and 10 s apart';
const unusable = 'the service refuses to send what is no answer, so that the connector sees a failed request';

/** Conversations that go otherwise behind an endpoint, and why that is right. */
const exceptions: Readonly<Record<string, string>> = {
  'A function that fails': failed,
  'A function that cannot be called': failed,
  'escalation: messages and skill': failed,
  'escalation.failureMessage: nobody can take over': failed,
  'escalation.skill off: the bot escalates to itself, and answers what comes next': failed,
  'hooks.error: is told of every error': failed,
  'survey.errorMessage: a survey that cannot go on ends': failed,
  'An answer without a body': unusable,
  'Messages that are no list': unusable,
  'A bot that does not pass the test of its connection':
    'the test of an endpoint asks for its state and calls no function',
  'Alternative intents that cannot be read':
    'on the wire alternatives stand beside an intent, and this answer has none',
};

/** When conversations begin that name no time. */
const clock = '2026-03-02T10:00:00.000Z';

const guests = new Guests();
/** What the function was asked behind the service. */
const asked: unknown[] = [];
let service: LocalService;
beforeAll(async () => {
  service = await startLocalService((input, signal) => {
    asked.push(input.payload);
    return guests.run(input, signal);
  });
});
afterAll(() => service.close());

/** A conversation that was played both ways. */
interface Both {
  name: string;
  function: Played;
  endpoint: Played;
  /** Payloads of the function behind the service. */
  asked: unknown[];
}

async function playBoth(root: string): Promise<Both[]> {
  const { settings, functions, broken } = loadProject(root);
  const names = [...functions, ...broken].map(({ name }) => name);
  const files = await findFiles(root, root, []);
  const read = await Promise.all(files.map((file) => readConversationFile(root, file, names)));
  const stage: StageOptions = { root, settings, generation: 'v2', functions: new CallableFunctions(root) };
  const own = new FunctionSide(stage);
  const sides = new Map<string, EndpointSide>();
  const all: Both[] = [];
  for (const { given, ...script } of read.flatMap(({ scripts }) => scripts)) {
    const { name, function: bot } = script;
    const side = sides.get(bot) ?? new EndpointSide({ name: bot, target: service.target, stage, guests });
    sides.set(bot, side);
    const played = { ...script, given: { clock, ...given } };
    const one = await own.play(played);
    const other = await side.play(played);
    all.push({ name, function: one, endpoint: other, asked: asked.splice(0) });
  }
  await Promise.all([own, ...sides.values()].map((each) => each.close()));
  return all;
}

let played: Both[];
beforeAll(async () => {
  played = [...(await playBoth(projects.templates)), ...(await playBoth(projects.connector))];
});

/** How the bot was reached, and what the emulator has to say of that: no part of what happened in the conversation. */
const aside = ['notice', 'bot-closed'];

/** Everything else that is told of a conversation, turn by turn, the times among it, with names for ids. */
function told({ id, turns }: Played): unknown {
  const all = turns.map(({ entries, standing }) => ({
    standing,
    entries: entries
      .filter(({ kind }) => !aside.includes(kind))
      .map((entry) => {
        const { record: _, exchanges: __, answer: ___, errorId: ____, ...rest } = { ...entry } as JsonObject;
        return rest;
      }),
  }));
  return asJson(nameVolatile(all, id));
}

type JsonObject = Record<string, unknown>;

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function differ(both: Both): boolean {
  return differences(told(both.function), told(both.endpoint)).length > 0;
}

test('every conversation has the same transcript both ways, but for the exceptions', () => {
  const unexpected = played.filter((both) => !(both.name in exceptions) && differ(both));
  expect(
    unexpected.map((both) => [both.name, differences(told(both.function), told(both.endpoint))]),
  ).toEqual([]);
  expect(played.length - Object.keys(exceptions).length).toBeGreaterThan(50);
});

test('every exception is one', () => {
  const names = played.map(({ name }) => name);
  expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
  expect(played.filter((both) => both.name in exceptions && !differ(both)).map(({ name }) => name)).toEqual(
    [],
  );
});

test('a comparison finds the same answers where the bot failed both ways, by whatever code', () => {
  const fails = played.filter(({ name }) => exceptions[name] === failed);
  expect(fails.map((both) => [both.name, turnDifferences(both.function, both.endpoint)])).toEqual(
    fails.map(({ name }) => [name, []]),
  );
});

/** Where the function behind the service is asked something else, by the names of the conversations. */
const lost: Readonly<Record<string, readonly string[]>> = {
  'an event has no place for what a pre hook puts beside lpEvent and lpSdes': [
    'Addresses and card numbers are taken out, order numbers stay',
    'A click loses nothing of what tells the bot what was clicked',
  ],
  'attributes of another shape are sent beside the two groups that there always are': [
    'engagementAttributes: collected when the bot takes the conversation, and repeated',
  ],
};

test('the function behind the service is asked what the connector asked, but for what an endpoint cannot be told', () => {
  const others = played.filter((both) => {
    if (both.name in exceptions) return false;
    const calls = botCalls(both.endpoint);
    const requests = calls.map(({ request }) => request);
    return differences(asJson(requests), asJson(both.asked)).length > 0;
  });
  expect(others.map(({ name }) => name).toSorted()).toEqual(Object.values(lost).flat().toSorted());
});
