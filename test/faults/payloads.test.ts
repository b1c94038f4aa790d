import { writeFiles } from '../temporary.ts';
import { emulator, faultyProject } from './fault.ts';

const event = 'bot_connectors_custom_integration';
const bot = 'async function lambda(input) { return { messages: [String(input.payload.message)] }; }\n';

async function invokeWith(file: string, text: string): Promise<unknown> {
  const folder = faultyProject(bot, event);
  writeFiles(folder, { [file]: text });
  const { code, stdout, stderr } = await emulator(folder, ['invoke', 'fault', '--payload', file]);
  return { code, stdout, stderr };
}

test('a payload file that is no JSON is told with its position', async () => {
  expect(await invokeWith('p.json', '{"message": "hi",\n "convId": }')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unparsable-payload] p.json is not JSON: Unexpected token '}'
      at p.json:2:12
      → correct it there, or name the file .yaml
    ",
      "stdout": "",
    }
  `);
});

test('a payload file that is no YAML is told with its position', async () => {
  expect(await invokeWith('p.yaml', 'message: hi\n  convId: [1')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unparsable-payload] p.yaml is not YAML: nested mappings are not allowed in compact mappings
      at p.yaml:1:10
      → correct it there
    ",
      "stdout": "",
    }
  `);
});

test('a payload that is no object is told', async () => {
  expect(await invokeWith('p.json', '[1, 2]')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-payload] p.json: it must be an object, it is a list
      at p.json:1:1
      → compare it with a good one: lpf-emulator payload new bot_connectors_custom_integration
    ",
      "stdout": "",
    }
  `);
});

test('a field of the wrong type is told with its name and position', async () => {
  expect(await invokeWith('p.yaml', 'convId: c1\nmessage: 7\n')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-payload] p.yaml: message must be text, it is 7
      at p.yaml:2:10 · message
      → put it in quotes: "7"
    ",
      "stdout": "",
    }
  `);
});

test('an unknown fragment is told, with the one that was meant', async () => {
  expect(
    await invokeWith(
      'p.yaml',
      'payload:\n  convId: c1\n  message: hi\n  context:\n    lpEvent:\n      $use: lpEvent/mesaging\n',
    ),
  ).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unknown-fragment] there is no fragment "lpEvent/mesaging". Did you mean "lpEvent/messaging"?
      at p.yaml:6:13 · payload.context.lpEvent
      → the fragments are lpEvent/chat, lpEvent/chat-text, lpEvent/click, lpEvent/file, lpEvent/messaging, lpEvent/none, lpEvent/rich-content, lpEvent/welcome
    ",
      "stdout": "",
    }
  `);
});

test('a payload file that does not exist is told', async () => {
  const { code, stderr } = await emulator(faultyProject(bot, event), [
    'invoke',
    'fault',
    '--payload',
    'none.json',
  ]);
  expect({ code, stderr }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[file-not-found] none.json does not exist
      at none.json
      → check the path; it counts from where you stand
    ",
    }
  `);
});

test('a payload name that does not exist is told, with the one that was meant', async () => {
  const { code, stderr } = await emulator(faultyProject(bot, event), ['invoke', 'fault', '--payload', 'txt']);
  expect({ code, stderr }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unknown-payload] no payload "txt" for fault. Did you mean "text"?
      → its payloads are click, file, goodbye, location, message-emoji, message-empty, message-long, message-markup, name-hostile, order, order-backend-down, order-backend-garbled, order-backend-slow, order-unknown, text, text-chat, text-minimal, text-without-context, urgent, welcome-after-transfer, welcome-chat, welcome-messaging, config.json; a file is given by its path
    ",
    }
  `);
});

test('a payload for an unknown event is told', async () => {
  const { code, stderr } = await emulator(faultyProject(bot, event), [
    'payload',
    'new',
    'bot_connectors_pre_hok',
  ]);
  expect({ code, stderr }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unknown-event] no event has the id "bot_connectors_pre_hok". Did you mean "bot_connectors_pre_hook"?
      → the events are controllerbot_messaging_new_conversation, controllerbot_messaging_participants_change, controllerbot_messaging_ttr, controllerbot_messaging_conversation_idle, controllerbot_messaging_conversation_routing, controllerbot_messaging_mid_conversation_msg, controllerbot_messaging_conversation_end, controllerbot_messaging_consumer_step_up, surveybot_messaging_survey_started, surveybot_messaging_survey_ended, conversational_command, bot_connectors_custom_integration, bot_connectors_pre_hook, bot_connectors_post_hook, bot_connectors_error_hook, denver_post_survey_email_transcript, scheduled, external, conversation_builder, conversation_orchestrator, orchestrated
    ",
    }
  `);
});

test('a payload can come from standard input', async () => {
  const { code, stdout } = await emulator(
    faultyProject(bot, event),
    ['invoke', 'fault', '--payload', '-'],
    '{"convId":"c1","message":"piped"}',
  );
  expect({ code, stdout }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stdout": "{
      "messages": [
        "piped"
      ]
    }
    ",
    }
  `);
});

test('what a terminal would act upon in a file is written out in the complaint about it', async () => {
  const told = await invokeWith(
    'p.yaml',
    'payload:\n  context:\n    lpEvent:\n      $use: "lpEvent/\\e[2Jx"\n',
  );
  expect(told).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[unknown-fragment] there is no fragment "lpEvent/\\u001b[2Jx".
      at p.yaml:4:13 · payload.context.lpEvent
      → the fragments are lpEvent/chat, lpEvent/chat-text, lpEvent/click, lpEvent/file, lpEvent/messaging, lpEvent/none, lpEvent/rich-content, lpEvent/welcome
    ",
      "stdout": "",
    }
  `);
});
