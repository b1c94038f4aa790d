import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../temporary.ts';
import { answer, chat, chatProject, obedient, replies, reply } from './chatting.ts';
import { command } from './command.ts';
import { steady } from './tiny.ts';

test('lines go in, and the conversation comes out: replies by number, pauses, files, time, an agent', () => {
  const { code, stdout, stderr } = chat(chatProject(), [
    'Hello',
    '',
    answer({ messages: ['Let me see.', { delay: 5 }, replies('Which one?', ['Tea', 'Coffee'])] }),
    '2',
    '2',
    '/file photo.png',
    '/card',
    '/idle 5m',
    '/agent-joins Kim',
    '/agent-says I take over.',
    '/transfer sales',
    'Are you still there?',
    '/close',
  ]);
  expect(stderr).toBe('\n');
  expect(stdout).toMatchInlineSnapshot(`
    "
                                                       ╭ you ──╮
                                                       │ Hello │
                                                       ╰───────╯
    · the bot echo has it now, skill bot
    ╭ echo ───────────╮
    │ You said Hello. │
    ╰─────────────────╯
     <time> · <time> CPU · <time> projected
                ╭ you ─────────────────────────────────────────╮
                │ {"messages":["Let me                         │
                │ see.",{"delay":5},{"structuredContent":{"mes │
                │ sage":"Which                                 │
                │ one?","quickReplies":{"type":"quickReplies", │
                │ "itemsPerRow":8,"replies":[{"type":"button", │
                │ "title":"Tea","click":{"actions":[{"type":"p │
                │ ublishText","text":"I take                   │
                │ Tea"}]}},{"type":"button","title":"Coffee"," │
                │ click":{"actions":[{"type":"publishText","te │
                │ xt":"I take Coffee"}]}}]}}}]}                │
                ╰──────────────────────────────────────────────╯
    ╭ echo ───────╮
    │ Let me see. │
    ╰─────────────╯
    · a pause of <time>, typing
    ╭ echo ──────╮
    │ Which one? │
    ╰────────────╯
      [1 Tea]  [2 Coffee]
     <time> · <time> CPU · <time> projected
                                                    ╭ you ─────╮
                                                    │ ▸ Coffee │
                                                    ╰──────────╯
    ╭ echo ───────────────────╮
    │ You said I take Coffee. │
    ╰─────────────────────────╯
     <time> · <time> CPU · <time> projected
                                                       ╭ you ──╮
                                                       │ 2     │
                                                       ╰───────╯
    ╭ echo ───────╮
    │ You said 2. │
    ╰─────────────╯
     <time> · <time> CPU · <time> projected
                                            ╭ you ─────────────╮
                                            │ (file photo.png) │
                                            ╰──────────────────╯
    ╭ echo ────────────────────────────────────────╮
    │ You said                                     │
    │ com.liveperson.bot-connectors.consumer.send- │
    │ file.                                        │
    ╰──────────────────────────────────────────────╯
     <time> · <time> CPU · <time> projected
                        ╭ you ─────────────────────────────────╮
                        │ (map 49.82380908513249, 2.021484375) │
                        ╰──────────────────────────────────────╯
    ╭ echo ────────────────────────────────────────╮
    │ You said                                     │
    │ com.liveperson.bot-connectors.consumer.send- │
    │ rich-content.                                │
    ╰──────────────────────────────────────────────╯
     <time> · <time> CPU · <time> projected
    · 5 minutes later
    · agent Kim joins
    ╭ Kim ─────────╮
    │ I take over. │
    ╰──────────────╯
    · agent an agent of sales has it now, skill sales
                                        ╭ you, to the agent ───╮
                                        │ Are you still there? │
                                        ╰──────────────────────╯
    · the consumer closes the conversation
    "
  `);
  expect(code).toBe(0);
});

test('a chat that is saved passes when it is played, whatever happened in it', () => {
  const folder = chatProject({ 'given.yaml': 'settings: { skill: shop, welcomeMessage: true }\n' });
  const lines = [
    'Hello /*world*/ * {',
    answer({ messages: [replies('Which one?', ['Tea', 'Tea']), { delay: 2 }] }),
    answer({ messages: [{ structuredContent: { type: 'vertical', elements: [reply('A'), reply('A')] } }] }),
    '2',
    '/sdes {"type": "lead"}',
    '/transfer sales',
    '/welcome',
    answer({ messages: ['Bye'], context: { action: 'CLOSE_CONVERSATION' } }),
    '/save shop/first-order',
  ];
  const { code, stdout, stderr } = chat(folder, lines, ['echo', '--given', 'given.yaml']);
  expect(stderr).toBe('\n');
  expect(stdout).toMatch(/\n✓ conversations\/shop\/first-order\.yaml is written, and passes\n$/);
  expect(code).toBe(0);
  const file = readFileSync(join(folder, 'conversations/shop/first-order.yaml'), 'utf8');
  expect(file.replace(/(?<=clock: ).*/, '<time>')).toMatchInlineSnapshot(`
    "function: echo
    given:
      settings:
        skill: shop
        welcomeMessage: true
      clock: <time>
    conversations:
      - name: first order
        turns:
          - says: Hello /*world*/ * {
            expect:
              says:
                exactly: You said Hello /*world*/ * {.
              state: bot
          - says: '{"messages":[{"structuredContent":{"message":"Which
              one?","quickReplies":{"type":"quickReplies","itemsPerRow":8,"replies":[{"type":"button","title":"Tea","click":{"actions":[{"type":"publishText","text":"I
              take Tea"}]}},{"type":"button","title":"Tea","click":{"actions":[{"type":"publishText","text":"I
              take Tea"}]}}]}}},{"delay":2}]}'
            expect:
              says: Which one?
              quickReplies:
                - Tea
                - Tea
              delay: 2
          - says: '{"messages":[{"structuredContent":{"type":"vertical","elements":[{"type":"button","title":"A","click":{"actions":[{"type":"publishText","text":"I
              take A"}]}},{"type":"button","title":"A","click":{"actions":[{"type":"publishText","text":"I take
              A"}]}}]}}]}'
            expect:
              card:
                elements[0].title: A
                elements[1].title: A
          - clicks: 2
            expect:
              says: You said I take A.
          - reports:
              type: lead
          - agent:
              transfers: sales
            expect:
              state: agent
          - agent:
              transfers: shop
            expect:
              says: Welcome.
              state: bot
          - says: '{"messages":["Bye"],"context":{"action":"CLOSE_CONVERSATION"}}'
            expect:
              says: Bye
              action: CLOSE_CONVERSATION
              state: closed
    "
  `);

  const test = command('lpf-emulator', folder, ['test']);
  expect(steady(test.stdout)).toMatchInlineSnapshot(`
    "conversations/shop/first-order.yaml
      ✓ first order  8 turns, <time>

    ✓ 1 passed  · 1 conversation of 1 file in <time>
    "
  `);
  expect(test.code).toBe(0);
  writeFiles(folder, { 'functions/echo/index.js': obedient.replace('Welcome.', 'Good day.') });
  expect(command('lpf-emulator', folder, ['test']).code).toBe(1);
});

test('a chat begins with the bot’s word; settings are shown, and changed for a new conversation', () => {
  const folder = chatProject({ 'connector.yaml': 'bots: { echo: { skill: shop } }\n' });
  const { code, stdout } = chat(
    folder,
    [
      '/welcome',
      '/settings inactivity: { timeUntilWarning: 60, timeUntilClose: 2m }',
      'Hi',
      '/idle 10m',
      'Anybody?',
      '/settings',
    ],
    ['echo', '--channel', 'chat', '--generation', 'v2', '--engine', 'vm2'],
  );
  expect(stdout).toMatchInlineSnapshot(`
    "
    · the consumer opens the window
    · the bot echo has it now, skill shop
    ╭ echo ────╮
    │ Welcome. │
    ╰──────────╯
     <time> · <time> CPU · <time> projected
    ── a new conversation ──
    · the consumer opens the window
                                                       ╭ you ──╮
                                                       │ Hi    │
                                                       ╰───────╯
    · the bot echo has it now, skill shop
    ╭ echo ────╮
    │ Welcome. │
    ╰──────────╯
    ╭ echo ────────╮
    │ You said Hi. │
    ╰──────────────╯
     <time> · <time> CPU · <time> projected · 2 calls
    · 1 minute later
    ╭ connector ───────────╮
    │ Are you still there? │
    ╰──────────────────────╯
    · 1 minute later
    ╭ connector ───────────────────────────────╮
    │ This chat is closed because there was no │
    │ answer.                                  │
    ╰──────────────────────────────────────────╯
    · closed for inactivity
    · 8 minutes later
                                      ╭ you, nobody hears it ──╮
                                      │ Anybody?               │
                                      ╰────────────────────────╯
    botType: agent
    conversationType: chat
    skill: shop
    welcomeMessage: false
    combineMessages: none
    engagementAttributes: false
    inactivity.timeUntilWarning: <time>
    inactivity.warningMessage: Are you still there?
    inactivity.timeUntilClose: <time>
    inactivity.closeMessage: This chat is closed because there was no answer.
    escalation.messageToCustomer: Something went wrong. You are being connected to a colleague.
    escalation.messageToAgent: The bot could not go on with this conversation.
    escalation.failureMessage: Nobody can take over at the moment. Please try again later.
    escalation.skill: none
    hooks.pre: none
    hooks.post: none
    hooks.error: none
    survey.skills: []
    survey.errorMessage: Unable to complete the survey due to an error. Goodbye
    "
  `);
  expect(code).toBe(0);
});
