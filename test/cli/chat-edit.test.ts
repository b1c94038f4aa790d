import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, chat, chatProject, chatting, obedient, replies } from './chatting.ts';
import { tinyProject } from './tiny.ts';

test('/retry plays the last turn with what was saved, in the state before it, and the last try counts', async () => {
  const folder = chatProject();
  const talk = chatting(folder, ['echo']);
  await talk.type(answer({ messages: [replies('Which one?', ['Tea'])] }), /projected\n$/);
  await talk.type('/agent-joins', /joins\n$/);
  expect(await talk.type('fail', /at lambda.*\n$/)).toContain('no luck');
  const mended = obedient.replace("throw new Error('no luck')", "return { messages: ['All is well.'] }");
  // Nothing of what was offered before comes from this version.
  talk.save({
    'functions/echo/index.js': mended.replace('JSON.parse(message)', '{ messages: ["?"] }'),
  });
  await talk.until(/changed\n$/);
  expect(await talk.type('/retry', /projected\n$/)).toMatchInlineSnapshot(`
    "↻ turn 3 again
                                                                           ╭ you ──╮
                                                                           │ fail  │
                                                                           ╰───────╯
    ╭ echo ────────╮
    │ All is well. │
    ╰──────────────╯
     <time> · <time> CPU · <time> projected
    "
  `);
  expect(await talk.type('/retry', /projected\n$/)).not.toContain('each time');
  expect(await talk.end()).toBe(0);
});

test('a bot that does something else each time is told so, when it is retried and when it is saved', () => {
  const random = 'async function lambda() {\n  return { messages: [`${performance.now()}`] };\n}\n';
  const folder = chatProject({ 'functions/echo/index.js': random });
  const { code, stdout } = chat(folder, ['one', 'two', '/retry', '/save random']);
  expect(stdout).toContain('! the bot does something else each time in turn 1, which came before\n');
  expect(stdout).toContain(
    '✗ conversations/random.yaml is written, but the bot does something else each time\n',
  );
  expect(code).toBe(1);
});

test('a chat that is saved after an edit says that this is why it does not pass', async () => {
  const folder = chatProject();
  const talk = chatting(folder, ['echo']);
  await talk.type('one', /projected\n$/);
  talk.save({ 'functions/echo/index.js': obedient.replace('You said', 'You wrote') });
  await talk.until(/changed\n$/);
  await talk.type('two', /projected\n$/);
  expect(await talk.type('/save mixed', /something else comes of it\n[^]*\n$/)).toContain(
    '✗ conversations/mixed.yaml is written, but echo changed during the chat, and now something else comes of it\n',
  );
  expect(await talk.end()).toBe(1);
});

test('the bot is built anew whenever it is saved, and what is wrong with it is told at once', async () => {
  const folder = tinyProject();
  const index = 'functions/echo/index.ts';
  const good = readFileSync(join(folder, index), 'utf8');
  const talk = chatting(folder, ['echo', '--logs']);
  expect(await talk.type('one', /asked.*\n$/)).toContain('Info  + <time>  asked {"length":3}\n');
  talk.save({ [index]: good.replace('You said', 'You wrote') });
  expect(await talk.until(/changed\n$/)).toBe(`\n↻ ${index} changed\n`);
  expect(await talk.type('two', /asked.*\n$/)).toContain('You wrote two.');
  talk.save({ [index]: good.replace('function', 'fun ction') });
  expect(await talk.until(/→ .*\n$/)).toMatchInlineSnapshot(`
    "
    ↻ functions/echo/index.ts changed
    error[syntax-error] Expected "function" but found "fun"
      at functions/echo/index.ts:1:14
      → correct the source at this place
    "
  `);
  expect(await talk.type('three', /it now, skill bot\n$/)).toContain('Expected "function" but found "fun"');
  talk.remove('functions/echo');
  expect(await talk.until(/→ .*\n$/)).toContain('error[no-functions]');
  talk.save({
    [index]: good,
    'functions/echo/config.json': { name: 'echo', event: 'bot_connectors_custom_integration' },
  });
  await talk.until(/added.*\n$/);
  expect(await talk.type('/retry', /asked.*\n/)).toContain('You said three.');
  expect(await talk.end()).toBe(0);
});
