import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgedEvents } from '../emulator/invoke/contract/judge.ts';
import { checkedEvents } from '../emulator/payload/schema/schema.ts';
import { events, noEvent } from '../emulator/platform/events.ts';
import { section, table } from './markdown.ts';

const root = join(__dirname, '..');

interface Config {
  name: string;
  event: string;
  caller?: string;
}

function configOf(template: string): Config {
  return JSON.parse(readFileSync(join(root, 'functions', template, 'config.json'), 'utf8')) as Config;
}

function payloadsOf(id: string): string[] {
  return readdirSync(join(root, 'payloads', id)).filter((file) => file.endsWith('.yaml'));
}

test('every event has a template that is made for it, short and with a README', () => {
  const made = events.map(({ id, template, withoutEvent }) => {
    const { name, event, caller } = configOf(template);
    const lines = readFileSync(join(root, 'functions', template, 'index.ts'), 'utf8').split('\n').length;
    const about = readFileSync(join(root, 'functions', template, 'README.md'), 'utf8');
    return {
      id,
      name: name === template,
      event: withoutEvent ? event === noEvent && caller === id : event === id && caller === undefined,
      short: lines <= 120,
      README: ['When to use', 'What to change'].every((part) =>
        about.toLowerCase().includes(part.toLowerCase()),
      ),
    };
  });
  const good = events.map(({ id }) => ({ id, name: true, event: true, short: true, README: true }));
  expect(made).toEqual(good);
});

test('every template belongs to one event', () => {
  const folders = readdirSync(join(root, 'functions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'lib')
    .map(({ name }) => name);
  expect(folders.toSorted()).toEqual(events.map(({ template }) => template).toSorted());
});

test('every event has three payloads or more, a schema for them, and a contract for its answer', () => {
  const lacking = events.filter(
    ({ id }) => payloadsOf(id).length < 3 || !checkedEvents.includes(id) || !judgedEvents.includes(id),
  );
  expect(lacking.map(({ id }) => id)).toEqual([]);
});

test('the table of events is made of what the emulator knows', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const expected = events.map(({ id, name, template, caller, waits, accepts, withoutEvent, unknownId }) => [
    withoutEvent
      ? `${name}: "${noEvent}", caller \`${id}\``
      : `\`${id}\`${unknownId ? ' (id unknown: ours)' : ''}`,
    `[${template}](functions/${template}/README.md)`,
    caller,
    waits,
    accepts.replaceAll('|', '\\|'),
  ]);
  expect(table(section(readme, '## Events'))).toEqual(expected);
});
