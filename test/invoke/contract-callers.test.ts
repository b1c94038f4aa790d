import { lines } from './contract-judge.ts';
import { events } from '../../emulator/platform/events.ts';

const command = (answer: unknown) => lines('conversational_command', answer);
const transcript = (answer: unknown) => lines('denver_post_survey_email_transcript', answer);

describe.each(['surveybot_messaging_survey_started', 'surveybot_messaging_survey_ended', 'scheduled'])(
  '%s',
  (event) => {
    test.each([undefined, null, '', 'ok', true, 0, {}, []])('may answer %j', async (answer) => {
      expect(await lines(event, answer)).toBe('');
    });

    test('is warned that an answer with content goes nowhere', async () => {
      expect(await lines(event, [{ type: 'systemMessage', text: 'Thanks' }])).toMatch(
        /^warning answer-ignored at -\n.* ignores what a function answers, and this one answers an array with content/,
      );
    });
  },
);

describe('a conversational command', () => {
  test.each(['Order 471100: shipped', 0, 42])('may answer %j', async (answer) => {
    expect(await command(answer)).toBe('');
  });

  test('is warned that the agent sees nothing of any other answer', async () => {
    expect(await command({ text: 'shipped' })).toMatchInlineSnapshot(`
      "warning answer-ignored at -
        the answer is an object, so the agent sees a generic message of success and nothing of it
        → answer with a text for the agent, or a number"
    `);
    for (const answer of [undefined, null, true, ['shipped']]) {
      expect(await command(answer)).toMatch(/^warning answer-ignored .*\n.* generic message of success/);
    }
    expect(await command('  ')).toMatchInlineSnapshot(`
      "warning bad-answer at -
        the answer is an empty text, so the agent sees an empty message
        → answer with a text for the agent, or a number"
    `);
  });
});

describe('the transcript of a chat', () => {
  const mail = {
    targetEmail: 'lead@example.com',
    senderName: 'Example Brand',
    senderEmail: 'no-reply@example.com',
    subject: 'Transcript',
  };

  test.each([[[]], [[mail]], [[mail, { ...mail, targetEmail: 'a.b+c@mail.example.co.uk' }]]])(
    'may go to %j',
    async (answer) => {
      expect(await transcript(answer)).toBe('');
    },
  );

  test('is a list of mails, also for one', async () => {
    expect(await transcript(mail)).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer is an object, expected a list of mails
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail"
    `);
    expect(await transcript(undefined)).toContain('the answer is missing, expected a list of mails');
    expect(await transcript(['lead@example.com', null])).toMatchInlineSnapshot(`
      "error bad-answer at [0]
        the mail is a string, expected an object
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail
      error bad-answer at [1]
        the mail is null, expected an object
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail"
    `);
  });

  test('has all four fields in each mail, with addresses that are some', async () => {
    expect(await transcript([mail, { target: 'lead@example.com', senderEmail: 'nobody', subject: 7 }]))
      .toMatchInlineSnapshot(`
      "error bad-answer at [1].targetEmail
        targetEmail is missing, expected an e-mail address
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail
      error bad-answer at [1].senderName
        senderName is missing, expected a text of one line
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail
      error bad-answer at [1].senderEmail
        senderEmail is "nobody", expected an e-mail address
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail
      error bad-answer at [1].subject
        subject is 7, expected a text of one line
        → answer with [{ targetEmail, senderName, senderEmail, subject }], or [] for no mail"
    `);
  });

  test.each([
    'a@b',
    'a b@example.com',
    'a@example.com, b@example.com',
    'A <a@example.com>',
    '@example.com',
    '',
  ])('does not go to %j', async (targetEmail) => {
    expect(await transcript([{ ...mail, targetEmail }])).toContain('expected an e-mail address');
  });

  test('has no subject that would begin another header of the mail', async () => {
    expect(await transcript([{ ...mail, subject: 'Chat\r\nBcc: x@example.com' }])).toContain(
      'expected a text of one line',
    );
    expect(await transcript([{ ...mail, senderName: ' ' }])).toContain('expected a text of one line');
  });
});

describe('a caller without an event', () => {
  test.each([
    ['external', [null, '', 0, [], {}, { accepted: false }]],
    ['orchestrated', [null, '', 0, [], {}, { tier: 'gold' }]],
    ['conversation_builder', ['', 0, [], {}, { found: false }]],
    ['conversation_orchestrator', ['gold', '', 7, true, ['gold', 'silver']]],
  ])('%s takes any of %j', async (event, accepted) => {
    for (const answer of accepted) expect(await lines(event, answer)).toBe('');
  });

  test('is warned of an empty answer', async () => {
    expect(await lines('external', undefined)).toMatchInlineSnapshot(`
      "warning bad-answer at -
        the answer is empty, so the caller gets no JSON to read
        → answer with an object that says what was done, such as { "accepted": true }"
    `);
    expect(await lines('orchestrated', undefined)).toMatchInlineSnapshot(`
      "warning bad-answer at -
        the answer is empty, so the caller gets no body
        → answer with what the caller is to work with, also when there is nothing"
    `);
    expect(await lines('conversation_builder', null)).toMatchInlineSnapshot(`
      "warning bad-answer at -
        the answer is null, so the response variable and its custom data fields stay empty
        → answer with an object, also when nothing was found"
    `);
    expect(await lines('conversation_builder', undefined)).toContain('the answer is missing');
  });

  test('is warned of an attribute that no policy can compare', async () => {
    expect(await lines('conversation_orchestrator', { tier: 'gold' })).toMatchInlineSnapshot(`
      "warning bad-answer at -
        the attribute is an object; policies compare texts and numbers, and look into lists
        → answer with the value itself, and with one that stands for "not known" where there is none"
    `);
    expect(await lines('conversation_orchestrator', undefined)).toContain('the attribute is missing');
  });
});

test.each(events.map(({ id }) => [id]))('%s has a contract', async (event) => {
  // No caller takes all of these for good.
  const odd = await Promise.all(
    [undefined, { unheard: ['of'] }, ['odd']].map((answer) => lines(event, answer)),
  );
  expect(odd.some((findings) => findings !== '')).toBe(true);
});
