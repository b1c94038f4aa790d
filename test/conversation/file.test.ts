import { faults, fileWith, read } from './read.ts';

test('a conversation is what its file says, over what the file says for all', async () => {
  const { scripts, findings } = await read(`
function: echo
given:
  settings: { conversationType: chat, hooks: { pre: hook } }
  mocks: [{ url: 'https://shared.example.com/*' }]
conversations:
  - name: first
    given:
      settings: { welcomeMessage: true }
      mocks: [{ url: 'https://own.example.com/*' }]
    turns:
      - says: hi
        expect: { says: [Hello *, '/total: \\d+/i'], quickReplies: { oneOf: [A, B] } }
  - name: second
    function: hook
    snapshot: true
    turns: [{ idle: 90s }]
`);
  expect(findings).toEqual([]);
  expect(scripts).toEqual([
    expect.objectContaining({
      name: 'first',
      file: 'conversations/c.yaml',
      index: 0,
      function: 'echo',
      given: {
        settings: { conversationType: 'chat', hooks: { pre: 'hook' }, welcomeMessage: true },
        mocks: [{ url: 'https://own.example.com/*' }, { url: 'https://shared.example.com/*' }],
      },
      snapshot: false,
      turns: [
        { says: 'hi', expect: { says: ['Hello *', '/total: \\d+/i'], quickReplies: { oneOf: ['A', 'B'] } } },
      ],
    }),
    expect.objectContaining({ name: 'second', function: 'hook', snapshot: true, turns: [{ idle: '90s' }] }),
  ]);
});

test('what a conversation begins with may refer to the fragments of payloads', async () => {
  const { scripts } = await read(
    fileWith('- says: hi', 'function: echo\ngiven:\n  sdes:\n    $use: lpSdes/robin'),
    { 'payloads/lpSdes/robin.yaml': 'value: { unauthenticatedSdes: { name: Robin } }\n' },
  );
  expect(scripts[0]?.given.sdes).toEqual({ unauthenticatedSdes: { name: 'Robin' } });
});

test('an account may keep its conversations in files of their own', async () => {
  const { scripts } = await read(
    fileWith(
      '- says: hi',
      'function: echo\ngiven:\n  account:\n    conversations:\n      c1: { file: c1.json }',
    ),
    { 'conversations/c1.json': { info: { conversationId: 'c1' } } },
  );
  expect(scripts[0]?.given.account).toEqual({ conversations: { c1: { info: { conversationId: 'c1' } } } });
});

test('a misspelt key is told where it stands, with the one that was meant', async () => {
  expect(await faults(fileWith('- say: hi'))).toEqual([
    'conversations/c.yaml:5:9 [bad-conversation] conversations/c.yaml: conversations[0].turns[0].say is not a known key → did you mean "says"?',
  ]);
  expect(await faults(fileWith('- says: hi\n  expect: { quickReplys: A }'))).toEqual([
    'conversations/c.yaml:6:19 [bad-conversation] conversations/c.yaml: conversations[0].turns[0].expect.quickReplys is not a known key → did you mean "quickReplies"?',
  ]);
  expect(await faults(fileWith('- says: hi\n  expect: { action: { name: TRANSFER, skil: x } }'))).toEqual([
    'conversations/c.yaml:6:45 [bad-conversation] conversations/c.yaml: conversations[0].turns[0].expect.action.skil is not a known key → did you mean "skill"?',
  ]);
  expect(await faults(fileWith('- says: hi\n  expect: { says: [hello, { oneof: [a] }] }'))).toEqual([
    'conversations/c.yaml:6:35 [bad-conversation] conversations/c.yaml: conversations[0].turns[0].expect.says[1].oneof is not a known key → did you mean "oneOf"?',
  ]);
  expect(await faults(fileWith('- says: hi', 'function: echo\ngiven: { setings: {} }'))).toEqual([
    'conversations/c.yaml:2:10 [bad-conversation] conversations/c.yaml: given.setings is not a known key → did you mean "settings"?',
  ]);
});

test.each([
  ['two things in one turn', '- says: hi\n  clicks: A', 'and only one'],
  [
    'a turn in which nothing happens',
    '- expect: { says: hi }',
    'conversations[0].turns[0] must have one of says, clicks',
  ],
  [
    'an expression that is none',
    '- says: hi\n  expect: { says: "/(/" }',
    'must be text, or an expression such as /total: \\d+/i that can be read',
  ],
  [
    'a time without a unit that there is',
    '- idle: 5 minutes',
    'conversations[0].turns[0].idle must be a number of seconds, or a time such as 90s or 5m',
  ],
  ['a wait that takes years', '- idle: 400d', 'conversations[0].turns[0].idle must be at most 30d'],
  [
    'an action that there is not',
    '- says: hi\n  expect: { action: TRANSFR }',
    'must be one of TRANSFER, CLOSE_CONVERSATION, CHANGE_TTR, INVOCATION, none',
  ],
  [
    'an error that the connector does not know',
    '- says: hi\n  expect: { escalated: aivendor.faas.invoke-lamda }',
    'must be an error code of the connector; did you mean aivendor.faas.invoke-lambda?',
  ],
  [
    'a path that is none',
    '- says: hi\n  expect: { card: { "elements[0": x } }',
    'must have paths as its keys, such as elements[0].text',
  ],
  [
    'a text that is a number',
    '- says: 4711',
    'conversations[0].turns[0].says must be text or a list, it is 4711 → put it in quotes: "4711"',
  ],
  [
    'a text in a list that is a truth',
    '- says: hi\n  expect: { says: [true] }',
    'says[0] must be text or an object, it is true → put it in quotes: "true"',
  ],
  [
    'a number below the least',
    '- clicks: 0',
    'clicks must be at least 1, it is 0 → lpf-emulator test --help shows how a conversation is written',
  ],
  [
    'a path in flow style',
    '- says: hi\n  expect: { silent: false, card: { elements[0].text: x } }',
    'missing , or : between flow map items → put the key in quotes: "elements[0].text"',
  ],
  ['no turns', '[]', 'conversations[0].turns must have at least 1 entries, it has none'],
])('%s is refused', async (_, turns, message) => {
  const [first = ''] = await faults(fileWith(turns));
  expect(first).toContain(message);
});

test('a mock that cannot be used is told as it is in a payload', async () => {
  const [first] = await faults(
    fileWith('- says: hi', 'function: echo\ngiven:\n  mocks:\n    - url: orders.example.com'),
  );
  expect(first).toContain(
    'conversations/c.yaml:4:12 [bad-mock] conversations/c.yaml: given.mocks[0].url must be a whole URL',
  );
  const [file] = await faults(
    fileWith('- says: hi', 'function: echo\ngiven:\n  mocks:\n    - { url: "*", file: a.json }'),
  );
  expect(file).toContain(
    '[bad-mock] conversations/c.yaml: given.mocks[0].file names "a.json", which does not exist',
  );
});

test('a mock that another one of the same place leaves nothing to answer is told, one that shadows the mock of a file is not', async () => {
  const two = `mocks:
    - url: https://shop.example.com/*
    - url: https://shop.example.com/orders/1`;
  expect(await faults(fileWith('- says: hi', `function: echo\ngiven:\n  ${two}`))).toEqual([
    expect.stringContaining(
      'conversations/c.yaml:5:7 [bad-mock] conversations/c.yaml: overlapping mocks: given.mocks[1] (any method https://shop.example.com/orders/1) never answers, because given.mocks[0] at 4:7 takes every request',
    ),
  ]);
  const own = `function: echo
given: { mocks: [{ url: https://shop.example.com/orders/1 }] }
conversations:
  - name: talk
    given: { mocks: [{ url: 'https://shop.example.com/*' }] }
    turns: [{ says: hi }]
`;
  expect(await faults(own)).toEqual([]);
});

test('functions that the project does not have are told, wherever they are named', async () => {
  const text = fileWith(
    '- says: hi',
    'function: ecko\ngiven:\n  settings: { hooks: { pre: hok, post: null } }\n  bots: { other: { function: nobody } }',
  );
  expect((await faults(text)).map((line) => line.split(' → ')[0])).toEqual([
    'conversations/c.yaml:1:11 [bad-conversation] conversations/c.yaml: function names "ecko", which is no function of this project. Did you mean "echo"?',
    'conversations/c.yaml:3:29 [bad-conversation] conversations/c.yaml: given.settings.hooks.pre names "hok", which is no function of this project. Did you mean "hook"?',
    'conversations/c.yaml:4:30 [bad-conversation] conversations/c.yaml: given.bots.other.function names "nobody", which is no function of this project.',
  ]);
});

test('a conversation without a bot, and two of one name, are refused', async () => {
  expect(await faults('conversations:\n  - { name: a, turns: [{ says: hi }] }\n')).toEqual([
    'conversations/c.yaml:2:5 [bad-conversation] conversations/c.yaml: conversations[0] has no bot: neither it nor the file names a function → name a function at the top of the file: function: customIntegration',
  ]);
  const twice =
    'function: echo\nconversations:\n  - { name: a, turns: [{ says: hi }] }\n  - { name: a, turns: [{ says: hi }] }\n';
  expect(await faults(twice)).toEqual([
    'conversations/c.yaml:4:13 [bad-conversation] conversations/c.yaml: conversations[1].name is the name of an earlier conversation of this file too → give each a name of its own',
  ]);
});

test.each([
  ['empty', '', 'conversations/c.yaml:1:1 [bad-conversation] conversations/c.yaml is empty'],
  ['of blanks', ' \n\n', 'conversations/c.yaml:1:1 [bad-conversation] conversations/c.yaml is empty'],
  ['broken', 'function: [echo\nconversations:\n', 'is not YAML'],
  ['a list', '- says: hi\n', 'conversations/c.yaml: it must be an object, it is a list'],
  [
    'of 10 MB',
    `function: echo # ${'x'.repeat(10 * 1024 * 1024)}`,
    'has 10.0 MB, more than the 1.0 MB that are read',
  ],
  ['nested without end', `function: ${'['.repeat(50_000)}`, 'is nested too deep to be read'],
])('a file that is %s is refused', async (_, text, message) => {
  const [first = '', ...more] = await faults(text);
  expect(first).toContain(message);
  expect(first).toContain('[bad-conversation]');
  expect(more).toEqual([]);
});

test('aliases that expand to millions are refused before they do', async () => {
  const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
  const [first] = await faults(`l0: &l0 [lol]\n${levels.join('\n')}\nfunction: echo\n`);
  expect(first).toContain('its aliases expand to more than 100 times what they name');
});

test('a list that holds itself is refused', async () => {
  const [first] = await faults(fileWith('- says: hi', 'function: echo\ngiven: { sdes: &s { self: *s } }'));
  expect(first).toContain('[bad-conversation]');
});

test('more turns than a conversation may have are refused, a hundred thousand of them unread', async () => {
  expect((await faults(fileWith('- types: true\n'.repeat(2_000))))[0]).toContain(
    'conversations[0].turns must have at most 1000 entries, it has 2000',
  );
  expect((await faults(fileWith('- types: true\n'.repeat(100_000))))[0]).toContain(
    'conversations/c.yaml has 1.9 MB, more than the 1.0 MB that are read',
  );
});

test('of a thousand faults some are told', async () => {
  expect(await faults(fileWith('- typs: true\n'.repeat(1_000)))).toHaveLength(50);
});
