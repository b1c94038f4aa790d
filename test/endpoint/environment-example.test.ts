import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEndpoint } from '../../emulator/endpoint/create-endpoint.ts';
import { temporaryFolder } from '../temporary.ts';

const config = { name: 'bot', event: 'bot_connectors_custom_integration', description: 'd' };

/** What `node --env-file` makes of a file, of the variables that are not there without it. */
function readBack(file: string): Record<string, string> {
  const script = 'process.stdout.write(JSON.stringify(process.env))';
  const args = [`--env-file=${file}`, '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { env: {}, encoding: 'utf8' })) as Record<
    string,
    string
  >;
}

test('.env.example gives the function its own values exactly, and changes no setting of the service', async () => {
  const values = {
    PLAIN: 'a=b $HOME it\'s \\n "so"',
    EMPTY: '',
    HASH: 'Hello #1 fan',
    QUOTES: `"yes" it's`,
    BACKTICKS: '`a` #',
    TWO_QUOTES: `'#\``,
    SPACES: '  both ends  ',
    LINES: `one\nBOT_STATE=offline\n'two' \`three\``,
    'with-hyphen.and.dot': 'x',
  };
  const left = {
    LOG_LEVEL: 'verbose',
    BASE_PATH: '/theirs',
    ALL_QUOTES: `#'"\``,
    RETURN: 'a\r\nBOT_STATE=offline',
    LINES_AND_QUOTES: 'a\n"b"',
    'A\nBOT_STATE': 'offline',
  };
  const root = temporaryFolder({
    'functions/bot/config.json': { ...config, environmentVariables: { ...values, ...left } },
    'functions/bot/index.ts': 'export async function lambda() {}',
  });
  await createEndpoint(root, 'valued', 'bot');
  const file = join(root, 'endpoints/valued/.env.example');
  expect(readBack(file)).toEqual({ ACCOUNT_ID: '', BOT_ID: 'bot', SENTINEL_URL: '', ...values });
  const example = readFileSync(file, 'utf8');
  expect(example.slice(example.indexOf('# what the function'))).toMatchInlineSnapshot(`
    "# what the function finds in its environment, secrets among it
    # quotes are for node --env-file; docker run --env-file takes them as part of the value
    PLAIN=a=b $HOME it's \\n "so"
    EMPTY=
    HASH='Hello #1 fan'
    QUOTES=\`"yes" it's\`
    BACKTICKS='\`a\` #'
    TWO_QUOTES="'#\`"
    SPACES='  both ends  '
    LINES="one\\nBOT_STATE=offline\\n'two' \`three\`"
    with-hyphen.and.dot=x
    # LOG_LEVEL is left out: it is a setting of the service, and the function finds that
    # BASE_PATH is left out: it is a setting of the service, and the function finds that
    # "ALL_QUOTES" is left out: it cannot be written in such a file, set it where the service runs
    # "RETURN" is left out: it cannot be written in such a file, set it where the service runs
    # "LINES_AND_QUOTES" is left out: it cannot be written in such a file, set it where the service runs
    # "A\\nBOT_STATE" is left out: it cannot be written in such a file, set it where the service runs
    "
  `);
});
