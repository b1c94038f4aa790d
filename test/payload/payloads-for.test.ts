import { join } from 'node:path';
import { packageRoot } from '../../emulator/platform/package-root.ts';
import { payloadNamed, payloadsFor } from '../../emulator/payload/payloads.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { working } from '../project/working.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal, told } from './finding.ts';

const event = 'bot_connectors_custom_integration';
const input = { headers: [], payload: { convId: 'c', message: 'own' } };
const good = 'payload: {convId: c, message: hi}\n';

function project(files: Record<string, unknown>, config: object = { event }) {
  const root = temporaryFolder({ ...working('greet', config), ...files });
  const [source] = loadProject(root).functions;
  if (!source) throw new Error('the function cannot be used');
  return { root, source };
}

async function namesFor(files: Record<string, unknown>, config?: object): Promise<string[]> {
  const { root, source } = project(files, config);
  const { payloads, findings } = await payloadsFor(root, source);
  return [...payloads.map(({ name }) => name), ...findings.map(told)];
}

test('a project without payloads gets those that come with the package, and its config’s input', async () => {
  const names = await namesFor({}, { event, input });
  expect(names).toEqual(expect.arrayContaining(['text', 'order', 'welcome-chat', 'config.json']));
});

test('a project with payloads of its own for the event gets those alone, and its config’s input', async () => {
  const files = {
    [`payloads/${event}/b.yaml`]: good,
    [`payloads/${event}/a.json`]: { payload: { convId: 'c', message: '' } },
  };
  expect(await namesFor(files, { event, input })).toEqual(['a', 'b', 'config.json']);
});

test('an empty input is left out where there are others', async () => {
  expect(await namesFor({ [`payloads/${event}/a.yaml`]: good })).toEqual(['a']);
});

test('an empty input is all there is for an event without payloads, and for none', async () => {
  expect(await namesFor({}, { event: 'crm_widget' })).toEqual(['config.json']);
  expect(await namesFor({}, {})).toEqual(['config.json']);
});

test('an event that is a path leads nowhere', async () => {
  expect(await namesFor({ 'other/a.yaml': good }, { event: '../other' })).toEqual(['config.json']);
});

test('no shape is asked of the config’s input', async () => {
  const odd = { headers: [], payload: { anything: true } };
  expect(await namesFor({ [`payloads/${event}/a.yaml`]: good }, { event, input: odd })).toEqual([
    'a',
    'config.json',
  ]);
});

test('files that cannot be used are told, and the others are used', async () => {
  const files = {
    [`payloads/${event}/a.yaml`]: good,
    [`payloads/${event}/b.yaml`]: 'payload: {convId: c}\n',
    [`payloads/${event}/c.yaml`]: 'payload: [\n',
    [`payloads/${event}/d.yaml`]: 'payload: {$use: lpEvent/nothing}\n',
    [`payloads/${event}/e.yaml`]: `${good}mocks: [{}]\n`,
    [`payloads/${event}/f.json`]: '',
    [`payloads/${event}/a.json`]: { payload: { convId: 'c', message: 'same name' } },
    [`payloads/${event}/notes.txt`]: 'no payload',
  };
  const names = await namesFor(files);
  expect(names.slice(0, 2)).toEqual(['a', 'a']);
  expect(names.slice(2).map((text) => text.split(': ')[0])).toEqual([
    `bad-payload at payloads/${event}/a.yaml`,
    `bad-payload at payloads/${event}/b.yaml:1:1 (message)`,
    `unparsable-payload at payloads/${event}/c.yaml:2:1`,
    `unknown-fragment at payloads/${event}/d.yaml:1:17 (payload)`,
    `bad-mock at payloads/${event}/e.yaml:2:9 (mocks[0].url)`,
    `unparsable-payload at payloads/${event}/f.json:1:1`,
  ]);
});

test('a payload is found by its name, config.json among them', async () => {
  const { root, source } = project({ [`payloads/${event}/a.yaml`]: good }, { event, input });
  expect(await payloadNamed(root, source, 'a')).toMatchObject({
    name: 'a',
    file: `payloads/${event}/a.yaml`,
  });
  expect(await payloadNamed(root, source, 'config.json')).toMatchObject({
    file: 'functions/greet/config.json',
    input: { payload: input.payload },
  });
});

test('a name that no payload has is told, with the one that was meant', async () => {
  const { root, source } = project({ [`payloads/${event}/order.yaml`]: good });
  expect(await refusal(payloadNamed(root, source, 'ordr'))).toBe(
    'unknown-payload: no payload "ordr" for greet. Did you mean "order"? → ' +
      'its payloads are order, config.json; a file is given by its path',
  );
  expect(await refusal(payloadNamed(root, source, '../order'))).toContain(
    'unknown-payload: no payload "../order"',
  );
});

test('a name that only a payload of the package has is told, with why it is not there', async () => {
  const { root, source } = project({ [`payloads/${event}/known.yaml`]: good });
  expect(await refusal(payloadNamed(root, source, 'text'))).toBe(
    `unknown-payload: the files in payloads/${event}/ take the place of those that come with this package, "text" among them → ` +
      `copy ${join(packageRoot(), 'payloads', event, 'text.yaml')} into payloads/${event}/, or give its path; ` +
      'here there are known, config.json',
  );
});

test('payloads that come with the package are named by where they are', async () => {
  const { root, source } = project({});
  expect((await payloadNamed(root, source, 'text')).file).toBe(
    join(packageRoot(), 'payloads', event, 'text.yaml'),
  );
});
