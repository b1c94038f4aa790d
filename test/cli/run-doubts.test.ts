import { command } from './command.ts';
import { steady, tinyProject } from './tiny.ts';

/** A run as a user sees it: exit code and output, with what varies under its name. */
function run(folder: string, ...args: string[]): string {
  const { code, stdout, stderr } = command('lpf-emulator', folder, ['run', ...args]);
  return steady(`exit ${code}\n${stdout}${stderr}`);
}

test('what an answer falls short of is annotated at the handler, and slips of the pen where they are', () => {
  const folder = tinyProject({
    'functions/echo/index.ts':
      '// says nothing\nexport const lambda = () => ({ messages: [], context: {}, lost: undefined });\n',
    'functions/echo/config.json': {
      name: 'echo',
      event: 'bot_connectors_custom_integration',
      description: 'Says nothing',
      enviromentVariables: { A: 'b' },
      inputs: {},
      skills: [],
    },
    'functions/settings.json': { secret: [], something: 1 },
    'payloads/bot_connectors_custom_integratoin/mine.yaml': 'payload: {}\n',
  });
  expect(run(folder, '-r', 'github', '-p', 'hello')).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/echo/index.ts,line=2,col=14,title=bad-answer%3A echo × hello (v1%2C cold)::the answer holds neither messages nor an action (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)%0Aadd a message or an action; to say nothing on purpose, answer with a sole { "delay": 1 }
    ::error file=functions/echo/index.ts,line=2,col=14,title=bad-answer%3A echo × hello (v2%2C cold)::the answer holds neither messages nor an action (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)%0Aadd a message or an action; to say nothing on purpose, answer with a sole { "delay": 1 }
    ::warning file=functions/echo/config.json,line=5,col=26,title=bad-config::"enviromentVariables" in config.json is no key that is read%0Adid you mean "environmentVariables"?
    ::warning file=functions/echo/config.json,line=8,col=13,title=bad-config::"inputs" in config.json is no key that is read%0Adid you mean "input"?
    ::warning file=functions/settings.json,line=2,col=13,title=bad-settings::"secret" in settings.json is no key that is read%0Adid you mean "secrets"?
    ::warning file=payloads/bot_connectors_custom_integratoin,title=unknown-event::payloads/bot_connectors_custom_integratoin is named for no event. Did you mean "bot_connectors_custom_integration"?%0Aa folder below payloads/ has the id of an event, or is one of lpEvent, lpSdes, message, event
    lpf-emulator: 0 passed, 2 failed (functions: 1, payloads: 1, generations: 2) in <time>
    "
  `);
});
