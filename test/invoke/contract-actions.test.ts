import { chat, judged } from './contract-judge.ts';

const withAction = (action: unknown, actionParameters?: unknown, messages: string[] = ['ok']) => ({
  messages,
  context: { action, ...(actionParameters === undefined ? {} : { actionParameters }) },
});

describe('actions', () => {
  test('an unknown one beside messages is passed over, alone it is an error', async () => {
    expect(await judged(withAction('transfer', { skill: 'x' }))).toMatchInlineSnapshot(`
      "warning answer-ignored at context.action
        the connector passes over the action "transfer". Did you mean "TRANSFER"?
        → the actions are TRANSFER, CLOSE_CONVERSATION, CHANGE_TTR, INVOCATION, in capitals, one an answer"
    `);
    expect(await judged(withAction('HANG_UP', {}, []))).toMatchInlineSnapshot(`
      "error bad-answer at context.action
        there is no message, only the action "HANG_UP", which is unknown. (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.no-messages-and-not-supported-action)
        → the actions are TRANSFER, CLOSE_CONVERSATION, CHANGE_TTR, INVOCATION, in capitals, one an answer"
    `);
    expect(await judged(withAction(['TRANSFER', 'CLOSE_CONVERSATION']))).toMatchInlineSnapshot(`
      "warning answer-ignored at context.action
        the connector passes over an action that is an array.
        → the connector takes one action an answer, as a string"
    `);
  });

  test('parameters are checked by name and type', async () => {
    expect(await judged(withAction('TRANSFER'))).toMatchInlineSnapshot(`
      "error bad-answer at context.actionParameters.skill
        skill is missing, expected a string (liveperson-functions-invalid-action-body)
        → TRANSFER takes skill (string, the name of a skill) and optionally agentId (string)"
    `);
    expect(await judged(withAction('TRANSFER', { Skill: 'x', agentId: 5 }))).toMatchInlineSnapshot(`
      "error bad-answer at context.actionParameters.skill
        skill is missing, expected a string (liveperson-functions-invalid-action-body)
        → TRANSFER takes skill (string, the name of a skill) and optionally agentId (string)
      error bad-answer at context.actionParameters.agentId
        agentId is 5, expected a string (liveperson-functions-invalid-action-body)
        → TRANSFER takes skill (string, the name of a skill) and optionally agentId (string)
      warning answer-ignored at context.actionParameters.Skill
        "Skill" is no key that is read here. Did you mean "skill"?
        → rename it to skill; keys are case-sensitive"
    `);
    expect(await judged(withAction('TRANSFER', 'human'))).toMatchInlineSnapshot(`
      "error bad-answer at context.actionParameters
        actionParameters is a string, expected an object (liveperson-functions-invalid-action-body)
        → TRANSFER takes skill (string, the name of a skill) and optionally agentId (string)"
    `);
    expect(await judged(withAction('CLOSE_CONVERSATION', { withoutPcs: 'true' }))).toMatchInlineSnapshot(`
      "error bad-answer at context.actionParameters.withoutPcs
        withoutPcs is "true", expected true or false (liveperson-functions-invalid-action-body)
        → CLOSE_CONVERSATION takes nothing, or withoutPcs (boolean)"
    `);
    expect(await judged(withAction('INVOCATION', { lambdaUuid: '', payload: [], failOnError: 1 })))
      .toMatchInlineSnapshot(`
      "error bad-answer at context.actionParameters.lambdaUuid
        lambdaUuid is "", expected at least one character (liveperson-functions-invalid-action-body)
        → INVOCATION takes lambdaUuid (string), payload (object) and optionally failOnError (boolean)
      error bad-answer at context.actionParameters.payload
        payload is an array, expected an object (liveperson-functions-invalid-action-body)
        → INVOCATION takes lambdaUuid (string), payload (object) and optionally failOnError (boolean)
      error bad-answer at context.actionParameters.failOnError
        failOnError is 1, expected true or false (liveperson-functions-invalid-action-body)
        → INVOCATION takes lambdaUuid (string), payload (object) and optionally failOnError (boolean)"
    `);
  });

  test('a time to response is one of three, or the older custom one', async () => {
    expect(await judged(withAction('CHANGE_TTR', { ttrType: 'urgent' }))).toMatchInlineSnapshot(`
      "error bad-answer at context.actionParameters.ttrType
        ttrType is "urgent", expected URGENT, NORMAL, PRIORITIZED. Did you mean "URGENT"? (com.liveperson.bot-connectors-worker.error.connector.messaging.change-ttr)
        → CHANGE_TTR takes ttrType (URGENT, NORMAL or PRIORITIZED)"
    `);
    expect(await judged(withAction('CHANGE_TTR', { ttrType: 'CUSTOM', value: '120' })))
      .toMatchInlineSnapshot(`
      "warning bad-answer at context.actionParameters.ttrType
        ttrType CUSTOM is in the older documentation only
        → try it on the account first, or use URGENT, NORMAL, PRIORITIZED"
    `);
    expect(await judged(withAction('CHANGE_TTR', { ttrType: 'URGENT' }), chat)).toMatchInlineSnapshot(`
      "warning answer-ignored at context.action
        CHANGE_TTR is for messaging only, and this is a chat
        → leave it out for chats"
    `);
  });

  test('parameters without an action are ignored', async () => {
    expect(await judged({ messages: ['a'], context: { actionParameters: { skill: 'x' } } }))
      .toMatchInlineSnapshot(`
      "warning answer-ignored at context.actionParameters
        there are actionParameters but no action
        → name the action in context.action"
    `);
  });
});

describe('intents', () => {
  test('need an id of at most 256 characters and a score from 0 to 1', async () => {
    expect(await judged({ messages: ['a'], context: { intentId: 'x'.repeat(257), confidenceScore: 1.2 } }))
      .toMatchInlineSnapshot(`
      "error bad-answer at context.intentId
        intentId has 257 characters, expected at most 256 (liveperson-functions-invalid-body)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary
      error bad-answer at context.confidenceScore
        confidenceScore is 1.2, expected a number from 0 to 1 (liveperson-functions-invalid-body)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary"
    `);
    expect(await judged({ messages: ['a'], context: { intentName: 'x' } })).toMatchInlineSnapshot(`
      "error bad-answer at context.intentId
        intentId is missing, expected a string (liveperson-functions-invalid-body)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary
      error bad-answer at context.confidenceScore
        confidenceScore is missing, expected a number from 0 to 1 (liveperson-functions-invalid-body)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary"
    `);
  });

  test('have alternatives with a code of their own', async () => {
    const alternativeIntents = [{ intentId: 'a', confidenceScore: '1' }, 'b'];
    expect(
      await judged({ messages: ['a'], context: { intentId: 'a', confidenceScore: 1, alternativeIntents } }),
    ).toMatchInlineSnapshot(`
      "error bad-answer at context.alternativeIntents[0].confidenceScore
        confidenceScore is "1", expected a number from 0 to 1 (com.liveperson.bot-connectors-worker.error.aivendor.faas.parse-message.malformed-alternative-intents)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary
      error bad-answer at context.alternativeIntents[1]
        alternativeIntents[1] is "b", expected an object (com.liveperson.bot-connectors-worker.error.aivendor.faas.parse-message.malformed-alternative-intents)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary"
    `);
    expect(await judged({ messages: ['a'], context: { alternativeIntents: {} } })).toMatchInlineSnapshot(`
      "error bad-answer at context.alternativeIntents
        alternativeIntents is an object, expected an array of intents (com.liveperson.bot-connectors-worker.error.aivendor.faas.parse-message.malformed-alternative-intents)
        → an intent has intentId, confidenceScore and optionally intentName; agents see it in their summary"
    `);
  });
});

test('on chat a time to respond is passed over, and alone it is no answer', async () => {
  const context = { action: 'CHANGE_TTR', actionParameters: { ttrType: 'URGENT' } };
  expect(await judged({ messages: ['hi'], context }, chat)).toContain(
    'warning answer-ignored at context.action',
  );
  expect(await judged({ context }, chat)).toContain(
    'error.pipes.verify-ai-response.no-messages-and-not-supported-action',
  );
});
