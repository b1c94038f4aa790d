import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFinding } from '../../emulator/cli/main.ts';
import type { CompareFlags } from '../../emulator/cli/verbs/compare.ts';
import { codes, isEmulatorError } from '../../emulator/errors.ts';
import { compareIn } from '../compare/compared.ts';
import { command } from './command.ts';
import { tinyProject } from './tiny.ts';

const root = tinyProject({
  'conversations/talk.yaml': `function: echo
conversations: [{ name: A greeting, turns: [says: hello, says: good bye] }]
`,
});

function compare(...args: string[]) {
  return command('lpf-emulator', root, ['compare', ...args]);
}

test('a comparison is printed and written in every form that is asked for', () => {
  const flags = '-f echo --repeat 1 --require same --require errors=0 -r console'.split(' ');
  const files = ['json=c.json', 'html=c.html', 'markdown=c.md'].flatMap((each) => ['-r', each]);
  const { code, stdout, stderr } = compare('talk', ...flags, ...files);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toEqual([
    'echo (v2) as a function, and the same function as a service as a Custom Endpoint',
    expect.stringMatching(
      /^each conversation 1 time cold and 1 time warm, in turns, one after the other; Node /,
    ),
    'Answers: conversations/talk.yaml',
    'Wait for an answer',
    'First answer of a new conversation',
    'Faults',
    'What else differs',
    'Required',
    'Recommendation',
    ...Array.from({ length: 7 }, () => expect.any(String) as string),
    expect.stringMatching(/^✓ 1 of 1 conversation the same {2}· in /),
  ]);
  expect(JSON.parse(readFileSync(join(root, 'c.json'), 'utf8'))).toMatchObject({ verdict: { pass: true } });
  expect(readFileSync(join(root, 'c.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(readFileSync(join(root, 'c.md'), 'utf8')).toMatch(/^# Function or endpoint\?\n/);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

test('what cannot be done is told before anything is played', async () => {
  const nobody = 'http://127.0.0.1:1';
  const told = await Promise.all([
    complaint({ require: ['p59<1s'] }),
    complaint({ repeat: '0' }),
    complaint({ reporter: ['htm'] }),
    complaint({ function: 'ehco' }),
    complaint({ endpoint: 'localhost:4020' }),
    complaint({ endpoint: nobody, client: 'id' }),
    complaint({ endpoint: nobody, sentinel: nobody }),
    complaint({ endpoint: nobody, bot: 'no id' }),
    complaint({ endpoint: nobody, ca: 'none.pem' }),
    complaint({}, ['tlak']),
    complaint({}, ['echo']),
    complaint({ name: 'nobody' }),
  ]);
  expect(told.join('')).toMatchInlineSnapshot(`
    "2 error[bad-usage] --require p59<1s: there is no metric "p59". Did you mean "p50"?
      → write it like p95<800ms, endpoint.first<2s, errors=0 or same; the metrics are p50, p95, p99, max, first, same, errors
    2 error[bad-usage] --repeat takes a whole number from 1 up, not "0"
      → write it like --repeat 10
    2 error[bad-usage] no reporter named "htm". Did you mean "html"?
      → the reporters are console, json, markdown, html
    2 error[unknown-function] no function named "ehco". Did you mean "echo"?
      → the functions here are echo
    2 error[bad-usage] --endpoint takes a base URL or the word function, not "localhost:4020"
      → write it like --endpoint https://bot.example.com/api or --endpoint function
    2 error[bad-usage] --client takes an id and a secret with a colon between them
      → give those of the app installation; LPF_ENDPOINT_CLIENT keeps them off the command line
    2 error[bad-endpoint] http://127.0.0.1:1 does not pass the connection test: nothing listens at 127.0.0.1:1
      → start what the tokens come from, lpf-emulator sentinel, or name it with --sentinel <url>; then look at --account and --client
    2 error[bad-endpoint] the bot id "no id" cannot be used
      → it has letters, digits and hyphens, at most 36; a UUID is recommended
    2 error[file-not-found] none.pem does not exist or cannot be read
      → give a certificate, or that of its authority, in PEM
    2 error[unknown-conversation] no conversation file "tlak". Did you mean "talk"?
      → the files in conversations/ are talk
    2 error[unknown-conversation] no conversation file "echo".
      → echo is a function: give it with --function echo; the files in conversations/ are talk
    2 error[bad-usage] no conversation has "nobody" in its name.
      → leave --name out to have all of them, with their names
    "
  `);
});

test('a file that cannot be used is told as test tells it, and fails the comparison', async () => {
  const bad = {
    'conversations/bad.yaml': 'function: echo\nconversations: [{ name: A, turns: [say: hi] }]\n',
  };
  const talk = 'function: echo\nconversations: [{ name: A greeting, turns: [says: hello] }]\n';
  const mixed = tinyProject({ ...bad, 'conversations/talk.yaml': talk });
  const forms = { markdown: 'c.md', html: 'c.html' };
  const reporter = ['console', ...Object.entries(forms).map((each) => each.join('='))];
  const { code, stdout } = await compareIn(mixed, [], { require: ['same'], reporter });
  expect(code).toBe(1);
  expect(stdout.split('\n').slice(3, 8).join('\n')).toMatchInlineSnapshot(`
    "✗ conversations/bad.yaml  cannot be used
      ✗ bad-conversation  conversations/bad.yaml: conversations[0].turns[0].say is not a known key
        at conversations[0].turns[0].say
        at conversations/bad.yaml:2:36
        → did you mean "says"?"
  `);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^✗ 1 file cannot be used {2}· 1 of 1 conversation the same in /,
  );
  for (const file of Object.values(forms)) {
    expect(readFileSync(join(mixed, file), 'utf8')).toContain('conversations/bad.yaml:2:36');
  }
  const alone = compareIn(tinyProject(bad), []);
  await expect(alone).rejects.toMatchObject({
    finding: { code: 'bad-conversation', hint: 'did you mean "says"?', where: { line: 2 } },
  });
});

async function complaint(flags: Partial<CompareFlags>, asked: string[] = []): Promise<string> {
  try {
    return `played: ${(await compareIn(root, asked, flags)).stdout}`;
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    return `${codes[error.finding.code].exit} ${renderFinding(error.finding)}`;
  }
}

test('a slip on the command line ends with 2', () => {
  const { code, stdout, stderr } = compare('--require', 'p95<fast');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^error\[bad-usage\] --require p95<fast: "fast" is no time such as 800ms or 2s\n/);
});
