import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atHome, command } from './command.ts';
import { failing, steady, tinyProject } from './tiny.ts';

const good = tinyProject();
const sad = tinyProject(failing);

/** A run as a user sees it: exit code and output, with what varies under its name. */
function run(cwd: string, ...args: string[]): string {
  const { code, stdout, stderr } = command('lpf-emulator', cwd, ['run', ...args]);
  return `exit ${code}\n${steady(stdout)}${stderr && `--- stderr\n${steady(stderr)}`}`;
}

test('a run prints a table, what is wrong under its row, and the totals', () => {
  expect(run(sad)).toMatchInlineSnapshot(`
    "exit 1
       function  payload      generation  start  time  CPU  projected  outcome
    ✓  echo      hello        v1          cold <time> <time> <time>  ok
    ✗  echo      sad          v1          warm <time> <time> <time>  failed
        ✗ function-failed  no luck
          at functions/echo/index.ts:4:33
          → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
        com.liveperson.faas.handler.custom-failure
          at lambda (functions/echo/index.ts:4:33)
        last logs
          Info  + <time>  asked {"length":4}
    ✓  echo      config.json  v1          warm <time> <time> <time>  ok
    ✓  echo      hello        v2          cold <time> <time> <time>  ok
    ✗  echo      sad          v2          warm <time> <time> <time>  failed
        ✗ function-failed  no luck
          at functions/echo/index.ts:4:33
          → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
        com.customer.faas.function.threw-error
          at lambda (functions/echo/index.ts:4:33)
        last logs
          Info  + <time>  asked {"length":4}
    ✓  echo      config.json  v2          warm <time> <time> <time>  ok

    ✓ 4 passed  ✗ 2 failed  · 1 function, 3 payloads, 2 generations in <time>
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('nothing but what is asked for is run', () => {
  expect(run(sad, 'echo', '--generation', 'v1', '--payload', 'hello')).toMatchInlineSnapshot(`
    "exit 0
       function  payload  generation  start  time  CPU  projected  outcome
    ✓  echo      hello    v1          cold <time> <time> <time>  ok

    ✓ 1 passed  · 1 function, 1 payload, 1 generation in <time>
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('repeats of one kind share a row; --cold starts each anew', () => {
  expect(run(good, '-g', 'v2', '-p', 'hello', '--repeat', '3')).toMatchInlineSnapshot(`
    "exit 0
       function  payload  generation  start  time  CPU  projected  outcome
    ✓  echo      hello    v2          cold <time> <time> <time>  ok
    ✓  echo      hello    v2          warm <time> <time> <time>  ok, 2 runs, p95 <time>

    ✓ 3 passed  · 1 function, 1 payload, 1 generation in <time>
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
  expect(run(good, '-g', 'v2', '-p', 'hello', '--repeat', '3', '--cold')).toMatchInlineSnapshot(`
    "exit 0
       function  payload  generation  start  time  CPU  projected  outcome
    ✓  echo      hello    v2          cold <time> <time> <time>  ok, 3 runs, p95 <time>

    ✓ 3 passed  · 1 function, 1 payload, 1 generation in <time>
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('a breach of the budget is tried three times, and the best is judged', () => {
  const told = run(good, '-g', 'v2', '-p', 'hello', '--limit', 'budget=0.001ms');
  // Which of the three is the best, the cold start or a warm one, is left to the machine.
  expect(told.replace(/cold|warm/, '<start>')).toMatchInlineSnapshot(`
    "exit 1
       function  payload  generation  start  time  CPU  projected  outcome
    ✗  echo      hello    v2          <start> <time> <time> <time>  ok, but over-budget
        ✗ over-budget <time> measured here, <time> is the budget (from --limit budget)
          → give each call a shorter time-out, make independent calls at once, answer first and do the rest later
        best of 3: <time>, <time>, <time>
        last logs
          Info  + <time>  asked {"length":5}

    ✓ 0 passed  ✗ 1 failed  · 1 function, 1 payload, 1 generation in <time>
    projected: waiting + CPU ÷ the platform's CPU share (0.5 v1, 0.083 v2); an estimate, not a measurement
    "
  `);
});

test('--json prints JSON and nothing else', () => {
  expect(run(good, '--json', '-g', 'v2', '-p', 'hello')).toMatchInlineSnapshot(`
    "exit 0
    {
      "pass": true,
      "totals": {
        "invocations": 1,
        "passed": 1,
        "failed": 0,
        "broken": 0,
        "functions": 1,
        "payloads": 1,
        "generations": 1
      },
      "elapsed": <time>,
      "warnings": [],
      "broken": [],
      "records": [
        {
          "id": "<id>",
          "function": "echo",
          "generation": "v2",
          "engine": "node",
          "event": "bot_connectors_custom_integration",
          "payload": "hello",
          "bundle": {
            "hash": "<hash>",
            "characters": <size>
          },
          "start": "cold",
          "outcome": "ok",
          "result": {
            "messages": [
              "You said hello."
            ],
            "context": {}
          },
          "logs": [
            {
              "level": "Info",
              "at": <time>,
              "message": "asked",
              "extras": [
                {
                  "length": 5
                }
              ]
            }
          ],
          "calls": [],
          "services": [],
          "timings": {
            "coldStart": <time>,
            "wall": <time>,
            "active": <time>,
            "waiting": <time>,
            "projected": <time>
          },
          "memory": {
            "heapPeak": <size>,
            "externalPeak": <size>
          },
          "verdict": {
            "pass": true,
            "findings": []
          }
        }
      ]
    }
    "
  `);
  const { stdout } = command('lpf-emulator', sad, ['run', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ pass: false, totals: { passed: 4, failed: 2 } });
});

test('--reporter junit', () => {
  expect(run(sad, '-r', 'junit', '-g', 'v2')).toMatchInlineSnapshot(`
    "exit 1
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lpf-emulator" tests="3" failures="0" errors="1" time="<seconds>">
    <testsuite name="echo v2" tests="3" failures="0" errors="1" time="<seconds>">
    <testcase name="hello" classname="echo v2" time="<seconds>">
    <system-out>logs
      Info  + <time>  asked {"length":5}</system-out>
    </testcase>
    <testcase name="sad" classname="echo v2" time="<seconds>">
    <error message="no luck" type="function-failed">✗ function-failed  no luck
      at functions/echo/index.ts:4:33
      → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
    com.customer.faas.function.threw-error
      at lambda (functions/echo/index.ts:4:33)</error>
    <system-out>logs
      Info  + <time>  asked {"length":4}</system-out>
    </testcase>
    <testcase name="config.json" classname="echo v2" time="<seconds>">
    <system-out>logs
      Info  + <time>  asked {"length":11}</system-out>
    </testcase>
    </testsuite>
    </testsuites>
    "
  `);
});

test('--reporter github names files from the root of the repository that is checked out', () => {
  const env = { ...atHome, GITHUB_WORKSPACE: dirname(sad) };
  const { code, stdout } = command('lpf-emulator', sad, ['run', '-r', 'github', '-g', 'v2'], { env });
  expect(code).toBe(1);
  expect(steady(stdout).replaceAll(`=${basename(sad)}/`, '=<project>/')).toMatchInlineSnapshot(`
    "::error file=<project>/functions/echo/index.ts,line=4,col=33,title=function-failed%3A echo × sad (v2%2C warm)::no luck%0Acatch what can fail and answer with a fallback: a failing function ends its caller’s chain
    lpf-emulator: 2 passed, 1 failed (functions: 1, payloads: 3, generations: 1) in <time>
    "
  `);
});

test('reporters with a file leave standard output to the one without, and standard error says how it went where there is none', () => {
  const folder = tinyProject(failing);
  const args = ['-g', 'v2', '-r', 'junit=report.xml', '-r', 'json=report.json', '-r', 'github'];
  expect(run(folder, ...args)).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/echo/index.ts,line=4,col=33,title=function-failed%3A echo × sad (v2%2C warm)::no luck%0Acatch what can fail and answer with a fallback: a failing function ends its caller’s chain
    lpf-emulator: 2 passed, 1 failed (functions: 1, payloads: 3, generations: 1) in <time>
    "
  `);
  expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toMatch(/^<\?xml .*<\/testsuites>\n$/s);
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ pass: false });
  expect(run(folder, '-g', 'v2', '-r', 'junit=report.xml')).toBe(
    'exit 1\n--- stderr\nlpf-emulator: 2 passed, 1 failed (functions: 1, payloads: 3, generations: 1) in <time>\n',
  );
});

test.each([
  [['--generaton', 'v1']],
  [['--generation', 'v3']],
  [['eco']],
  [['../echo']],
  [['--payload', 'hallo']],
  [['--reporter', 'jsn']],
  [['-r', 'json', '-r', 'console']],
  [['-r', 'json=missing/report.json']],
  [['--repeat', 'twice']],
  [['--concurrency', '0']],
  [['--limit', 'budgt=1s']],
  [['--limit', 'budget=fast']],
  [['--engine', 'v8']],
])('wrong usage is told with what was meant and ends with 2: %s', (args) => {
  const { code, stdout, stderr } = command('lpf-emulator', good, ['run', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(`\n${stderr}`).toMatchSnapshot();
});

test('a command that is none, and none at all', () => {
  const wrong = command('lpf-emulator', good, ['runn']);
  expect(wrong).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: unknown command 'runn'\n(Did you mean run?)\n",
  });
  expect(command('lpf-emulator', good, []).code).toBe(2);
});

test('a payload that is broken is told as such also when it is asked for by name', () => {
  const folder = tinyProject({ 'payloads/bot_connectors_custom_integration/odd.yaml': 'payload: 7\n' });
  expect(run(folder, '-p', 'odd', '-g', 'v2')).toMatchInlineSnapshot(`
    "exit 1
    ✗  echo  rejected
        ✗ bad-payload  payloads/bot_connectors_custom_integration/odd.yaml: it must be an object, it is 7
          at payloads/bot_connectors_custom_integration/odd.yaml:1:10
          → compare it with a good one: lpf-emulator payload new bot_connectors_custom_integration

    ✓ 0 passed  ✗ 1 rejected  · in <time>
    "
  `);
  expect(run(folder, '-p', 'hello', '-g', 'v2')).toMatch(/^exit 0\n/);
});

test('a run into a pipe, and one with NO_COLOR, has no escape codes', () => {
  for (const env of [process.env, { ...process.env, NO_COLOR: '1' }]) {
    const { stdout, stderr } = command('lpf-emulator', sad, ['run'], { env });
    expect(stdout + stderr).not.toContain('\u001B');
  }
});

test('a reader that has seen enough does not disturb the command', () => {
  const entry = join(__dirname, '../../build/lpf-emulator.js');
  const script = `("${process.execPath}" "${entry}" run --json --repeat 100; echo "exit $?" >&2) | head -1`;
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', script], { cwd: sad, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: 'exit 1\n' });
});
