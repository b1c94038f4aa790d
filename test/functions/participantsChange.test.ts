import type { ParticipantsChange } from '../../functions/lib/events.ts';
import { lambda } from '../../functions/participantsChange/index.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';

const info = jest.spyOn(console, 'info').mockImplementation(() => {});

const consumer = { id: 'consumer-1', role: 'CONSUMER' };
const controller = { id: '00000000.1', role: 'CONTROLLER' };
const bot = { id: '00000000.1000000001', role: 'ASSIGNED_AGENT' };
const agent = { id: '00000000.1000000003', role: 'ASSIGNED_AGENT' };
const colleague = { id: '00000000.1000000004', role: 'AGENT' };

beforeEach(() => {
  process.env['BOT_AGENT_IDS'] = '1000000001, 1000000002';
  process.env['OFF_HOURS_SKILL_ID'] = '1000000020';
  info.mockClear();
});

afterAll(() => {
  delete process.env['BOT_AGENT_IDS'];
  delete process.env['OFF_HOURS_SKILL_ID'];
});

/** The commands for a change; each is also put before the caller's own rules. */
async function commandsFor(
  before: unknown,
  after: unknown,
  rest: { general?: object; routing?: object } = {},
): Promise<ParticipantsChange.Response> {
  const payload = {
    ...rest,
    participantChange: { oldParticipants: before, newParticipants: after },
  } as ParticipantsChange.Request;
  const commands = await lambda({ headers: [], payload });
  const context = { payload, generation: 'v2' } as const;
  expect(await judgeAnswer('controllerbot_messaging_participants_change', commands, context)).toEqual([]);
  return commands;
}

const message = (text: string): object => ({ type: 'systemMessage', text });
const offHours = message(
  'We are closed at the moment. We have kept your conversation and will answer when we open again.',
);

describe('an agent comes', () => {
  test('the first one is announced', async () => {
    expect(await commandsFor([consumer, controller], [consumer, controller, agent])).toEqual([
      message('You are now connected with a colleague.'),
    ]);
  });

  test('one who takes over from a bot is announced as such', async () => {
    expect(await commandsFor([consumer, bot], [consumer, agent])).toEqual([
      message('A colleague takes over and can read what you have written so far.'),
    ]);
  });

  test('one beside the assigned agent is announced', async () => {
    expect(await commandsFor([consumer, agent], [consumer, agent, colleague])).toEqual([
      message('Another colleague has joined the conversation.'),
    ]);
  });

  test('a bot is not announced, because it introduces itself', async () => {
    expect(await commandsFor([consumer], [consumer, bot])).toEqual([]);
    expect(await commandsFor([consumer], [consumer, { id: 1000000002, role: 'ASSIGNED_AGENT' }])).toEqual([]);
    const joined = { ...bot, role: 'AGENT' };
    expect(await commandsFor([consumer, agent], [consumer, agent, joined])).toEqual([]);
  });

  test('one who changes from assigned to joined agent is not announced twice', async () => {
    expect(await commandsFor([consumer, colleague], [consumer, { ...colleague }])).toEqual([]);
    const demoted = { ...agent, role: 'AGENT' };
    const owner = { ...colleague, role: 'ASSIGNED_AGENT' };
    expect(await commandsFor([consumer, agent, colleague], [consumer, owner, demoted])).toHaveLength(1);
  });
});

describe('back in the queue', () => {
  test('in opening hours: says that the next free colleague takes over', async () => {
    expect(await commandsFor([consumer, agent], [consumer], { general: { inOffHours: false } })).toEqual([
      message('You are back in line. The next free colleague will take over.'),
    ]);
  });

  test.each([true, 'true'])('in off hours (%j): says so and transfers', async (inOffHours) => {
    expect(await commandsFor([consumer, agent], [consumer], { general: { inOffHours } })).toEqual([
      offHours,
      { type: 'transfer', skillId: '1000000020' },
    ]);
  });

  test.each(['1000000020', 1000000020])(
    'in off hours, in the skill %j already: does not transfer again, which would call it again',
    async (newSkillId) => {
      const rest = { general: { inOffHours: true }, routing: { newSkillId } };
      expect(await commandsFor([consumer, agent], [consumer], rest)).toEqual([offHours]);
    },
  );

  test('in off hours, without a skill in the configuration: says so only', async () => {
    delete process.env['OFF_HOURS_SKILL_ID'];
    expect(await commandsFor([consumer, agent], [consumer], { general: { inOffHours: true } })).toEqual([
      offHours,
    ]);
  });
});

describe('the consumer leaves', () => {
  test('and no agent is left: closes', async () => {
    expect(await commandsFor([consumer, controller], [controller])).toEqual([{ type: 'closeConversation' }]);
  });

  test('and the agent is still there: leaves it to the agent', async () => {
    expect(await commandsFor([consumer, agent], [agent])).toEqual([]);
  });
});

describe('nothing to do', () => {
  test.each([
    ['nobody came or went', [consumer, agent], [consumer, agent], {}],
    ['a joined agent left', [consumer, agent, colleague], [consumer, agent], {}],
    ['the conversation is closed', [consumer, agent], [consumer], { general: { newConvState: 'CLOSE' } }],
    ['no old participants', undefined, [consumer, agent], {}],
    ['no new participants', [consumer, agent], undefined, {}],
    ['empty new participants', [consumer, agent], [], {}],
    ['lists that are none', 'CONSUMER', { 0: consumer }, {}],
    ['participants that are none', [null, 3, 'x', {}, { id: null }], [undefined, []], {}],
    ['participants without a role', [{ id: 1 }], [{ id: 2 }], {}],
  ])('%s', async (_, before, after, rest) => {
    expect(await commandsFor(before, after, rest)).toEqual([]);
  });

  test.each([[undefined], [null], ['text'], [7], [[]], [{}], [{ general: null, participantChange: null }]])(
    'garbage: %j',
    async (payload) => {
      expect(await lambda({ payload: payload as ParticipantsChange.Request })).toEqual([]);
    },
  );
});

test('ids are the same as number and as text', async () => {
  const owner = { id: 1000000003, role: 'ASSIGNED_AGENT' };
  const same = { id: '1000000003', role: 'assigned_agent' };
  expect(await commandsFor([consumer, owner], [consumer, same])).toEqual([]);
});

test('three calls with one payload get the same commands', async () => {
  const rest = { general: { inOffHours: true } };
  const answers = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    answers.push(await commandsFor([consumer, agent], [consumer], rest));
  }
  expect(new Set(answers.map((commands) => JSON.stringify(commands))).size).toBe(1);
});

test.each([
  ['seen in real calls', { campaignId: 11, engagementId: '12' }],
  ['documented', { id: '11', engangementId: 12 }],
])('the log names the campaign by the names %s, and nobody', async (_, campaignInfo) => {
  const general = { convId: 'conv-1', cbotEventType: 'YOU_ARE_CONNECTED_TO', campaignInfo };
  await commandsFor([consumer], [consumer, agent], { general });
  expect(info.mock.calls).toEqual([
    [
      'participants changed',
      {
        convId: 'conv-1',
        event: 'YOU_ARE_CONNECTED_TO',
        campaignId: '11',
        engagementId: '12',
        commands: ['systemMessage'],
      },
    ],
  ]);
});
