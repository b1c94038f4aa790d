import { lambda } from '../../functions/emailTranscript/index.ts';
import type { EmailTranscript } from '../../functions/lib/events.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { settingsFor } from './automatic-messages.ts';

const info = jest.spyOn(console, 'info').mockImplementation(() => {});

beforeEach(() => info.mockClear());

settingsFor({
  SENDER_NAME: 'Example Brand',
  SENDER_EMAIL: 'no-reply@example.com',
  QUALITY_EMAILS: 'quality@example.com',
  CARE_EMAILS: 'care@example.com, quality@example.com',
  SALES_EMAILS: 'sales@example.com',
});

/** The mails for a chat; the chat server has to take them. */
async function mails(payload: unknown): Promise<EmailTranscript.Response> {
  const answer = await lambda({ headers: [], payload: payload as EmailTranscript.Request });
  const context = { payload, generation: 'v2' } as const;
  expect(await judgeAnswer('denver_post_survey_email_transcript', answer, context)).toEqual([]);
  return answer;
}

const targets = async (csatRank: unknown, skillName: unknown): Promise<string[]> =>
  (await mails({ csatRank, skillName, agentName: 'John Doe', questionWithAnswers: [] })).map(
    ({ targetEmail }) => targetEmail,
  );

test('the documentation’s example goes to whoever is in charge of the skill', async () => {
  const payload = {
    csatRank: 3,
    skillName: 'CustomerCare',
    agentName: 'John Doe',
    questionWithAnswers: [{ question: 'How was the chat experience?', answer: 'Poor;Below Average' }],
  };
  expect(await mails(payload)).toMatchInlineSnapshot(`
    [
      {
        "senderEmail": "no-reply@example.com",
        "senderName": "Example Brand",
        "subject": "Please call back: 3 of 5 after a chat in CustomerCare",
        "targetEmail": "care@example.com",
      },
      {
        "senderEmail": "no-reply@example.com",
        "senderName": "Example Brand",
        "subject": "Please call back: 3 of 5 after a chat in CustomerCare",
        "targetEmail": "quality@example.com",
      },
    ]
  `);
});

test.each([
  [1, 'CustomerCare', ['quality@example.com', 'care@example.com']],
  [2, 'Complaints DE', ['quality@example.com', 'care@example.com']],
  [2, 'Sales', ['quality@example.com']],
  [3, 'Sales', []],
  [4, 'CustomerCare', []],
  [5, 'SALES EMEA', ['sales@example.com']],
  [5, 'CustomerCare', []],
])('a rank of %d in %s goes to %j, each address once', async (rank, skill, expected) => {
  expect(await targets(rank, skill)).toEqual(expected);
});

test('the first rule that names an address writes its subject', async () => {
  const [first] = await mails({ csatRank: 1, skillName: 'CustomerCare' });
  expect(first).toMatchObject({ subject: 'Dissatisfied after a chat (1 of 5) in CustomerCare' });
});

test.each([-1, 0, 6, 2.5, '1', null, undefined, Number.NaN, {}])(
  'without a satisfaction from 1 to 5 no mail is sent: %p',
  async (rank) => {
    expect(await targets(rank, 'CustomerCare')).toEqual([]);
  },
);

test.each([
  ['Care\r\nBcc: everyone@example.com', 'Care Bcc: everyone@example.com'],
  [' Care\u2028\u0000Team ', 'Care Team'],
  ['', 'an unknown skill'],
  [undefined, 'an unknown skill'],
  [['Care'], 'an unknown skill'],
])('a skill called %j begins no other header of the mail', async (skillName, shown) => {
  const [mail] = await mails({ csatRank: 1, skillName });
  expect(mail?.subject).toBe(`Dissatisfied after a chat (1 of 5) in ${shown}`);
});

test('a skill with an endless name leaves the subject readable', async () => {
  const [mail] = await mails({ csatRank: 1, skillName: 'x'.repeat(100_000) });
  expect(mail?.subject.length).toBeLessThan(150);
});

test('addresses that are none are left out, and no setting means no mail', async () => {
  process.env['QUALITY_EMAILS'] =
    'nobody, a@b, lead@example.com, Lead <lead@example.com>, a@x.org\r\nBcc: b@x.org';
  expect(await targets(1, 'Sales')).toEqual(['lead@example.com']);
  delete process.env['QUALITY_EMAILS'];
  expect(await targets(1, 'Sales')).toEqual([]);
});

test('the consumer’s answers and the agent’s name get into neither mails nor log', async () => {
  const questionWithAnswers = [{ question: 'Phone?', answer: '+1 212-555-0188' }];
  const answer = await mails({ csatRank: 1, skillName: 'Care', agentName: 'John Doe', questionWithAnswers });
  expect(JSON.stringify([answer, info.mock.calls])).not.toMatch(/John|Doe|0188/);
  expect(info.mock.calls).toEqual([['transcript of a chat', { rank: 1, skill: 'Care', mails: 2 }]]);
});

test.each([[undefined], [null], ['text'], [7], [[]], [{}]])('garbage gets no mail: %j', async (payload) => {
  expect(await mails(payload)).toEqual([]);
});

test('no input at all gets no mail', async () => {
  expect(await lambda(undefined as never)).toEqual([]);
});
