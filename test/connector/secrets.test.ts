import { project } from './made.ts';
import { requestsOf, seen } from './told.ts';

const secret = 'a-rather-long-secret-value';
const made = project(
  {
    bot: `
      console.info('asked', { right: payload.token === [...'eulav-terces-gnol-rehtar-a'].reverse().join('') });
      return { messages: [payload.token] };`,
    preHook: `
      import { Toolbelt } from 'core-functions-toolbelt';
      async function lambda({ payload }) {
        const { value } = await Toolbelt.SecretClient().readSecret('token');
        return { ...payload, token: value };
      }`,
  },
  { files: { 'functions/settings.json': { secrets: [{ key: 'token', value: secret }] } } },
);

test('a secret goes from hook to bot as it is, and into no transcript', async () => {
  const conversation = await made.talk({ hooks: { pre: 'preHook' } });
  await conversation.consumer.says('hello');
  expect(JSON.stringify(conversation.transcript)).not.toContain(secret);
  expect(requestsOf(conversation)).toHaveLength(1);
  expect(seen(conversation)).not.toContain(secret);
  const call = conversation.transcript.find((entry) => entry.kind === 'bot-call');
  expect(call?.record?.logs).toMatchObject([{ extras: [{ right: true }] }]);
  expect(call?.record?.verdict.findings.map(({ code }) => code)).toContain('leaked-secret');
});
