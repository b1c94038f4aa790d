import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answer, chatProject } from './chatting.ts';
import { goOn } from './going-on.ts';

const emulator = join(__dirname, '../../build/lpf-emulator.js');

/** The command of util-linux that gives another one a terminal of its own. */
const script = '/usr/bin/script';
/** A chat on a terminal of 60 columns. */
function typing(folder: string): ReturnType<typeof goOn> {
  const line = `stty cols 60; exec "${process.execPath}" "${emulator}" chat echo`;
  const start = `require('child_process').spawn('${script}', ['-qec', process.argv[1], '/dev/null'], { stdio: 'inherit' })
    .on('exit', (code) => process.exit(code))`;
  return goOn(folder, ['-e', start, line], { stdin: true });
}

/** What a terminal is told: where the cursor stands behind the prompt, and that a colour ends. */
const prompt = '› \u001B[3G';
const plain = '\u001B[39m';
/** The prompt that comes behind a text: readline draws it anew while a pause ends, too. */
const promptBehind = (text: string, shown = prompt): RegExp =>
  new RegExp(`${text}[^]*${shown.replace('[', '\\[')}$`);

test('on a terminal it is drawn in colours, a pause lasts until a key is pressed or a line waits, a letter stays, and Ctrl-D ends it', async () => {
  // Nothing else that is everywhere gives a terminal.
  if (!existsSync(script)) return;
  const { stdin, until, ended } = typing(chatProject());
  expect(await until(prompt)).toContain('echo · v2 · messaging · /help lists the commands, Ctrl-D ends');
  stdin.write(`${answer({ messages: ['One.', { delay: 3600 }, 'Two.'] })}\r`);
  expect(await until('any key goes on\u001B[22m')).toContain(`│ One.   │${plain}`);
  stdin.write(' ');
  expect(await until(promptBehind('Two\\.'))).toContain(`│ Two.   │${plain}`);
  stdin.write(`${answer({ messages: ['Three.', { delay: 3600 }, 'Four.'] })}\rsecond line\rthird line\r`);
  expect(await until(promptBehind('You said third line\\.'))).toContain('You said second line.');
  stdin.write(`${answer({ messages: ['Five.', { delay: 3600 }, 'Six.'] })}\r`);
  await until('any key goes on\u001B[22m');
  // The letter that ends the pause begins the line, and what is typed then goes behind it.
  stdin.write('h');
  await until(promptBehind('Six\\.', '› h\u001B[4G'));
  stdin.write('ello again\r');
  await until(promptBehind('You said hello again\\.'));
  stdin.write('/nonsense\r');
  expect(await until(promptBehind('no command'))).toContain('there is no command /nonsense');
  stdin.write('\u0004');
  expect(await ended()).toBe(0);
});
