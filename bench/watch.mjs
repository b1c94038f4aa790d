import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { environment, print, spread } from './measure.mjs';
import { projectOf } from './projects.mjs';

const emulator = join(import.meta.dirname, '../build/lpf-emulator.js');
const saves = 500;
const warmUp = 150;

/** `invoke --watch`: from a save to the new answer, and what the watcher holds on to over many saves. */
export async function benchWatch() {
  const plain = await openWatch();
  const written = [];
  const renamed = [];
  for (let count = 0; count < 60; count += 1) {
    (count % 2 ? renamed : written).push(await plain.save(count % 2));
    // Nobody saves again before the next instance has booted.
    await pause(200);
  }
  print('invoke --watch: save to new answer', spread(written.slice(5)), 'ms', 'aim < 30');
  print('  the same, saved by renaming', spread(renamed.slice(5)), 'ms', 'aim < 30');
  await plain.end();

  const inspected = await openWatch(['--inspect=0']);
  for (let count = 0; count < warmUp; count += 1) await inspected.save(count % 2);
  const before = await inspected.memory();
  for (let count = 0; count < saves; count += 1) await inspected.save(count % 2);
  const after = await inspected.memory();
  const ratio = (key) => spread([after[key] / before[key]]);
  print(`  heap after ${saves} saves ÷ before, collected`, ratio('heapUsed'), '×', 'aim ≤ 1.1');
  print(`  resident after ${saves} saves ÷ before`, ratio('rss'), '×', 'aim ≤ 1.1');
  await inspected.end();
}

/** A watch at work on a project of its own. */
async function openWatch(nodeFlags = []) {
  const cwd = projectOf(1);
  const file = join(cwd, 'functions/lib/text.ts');
  const child = spawn(process.execPath, [...nodeFlags, emulator, 'invoke', 'bench0', '--watch', '--json'], {
    cwd,
    env: environment,
  });
  const printed = reader(child.stdout);
  const told = reader(child.stderr);
  const inspector = nodeFlags.length && /ws:\S+/.exec(await told((text) => text.includes('ws://')))[0];
  await told((text) => text.includes('Ctrl-C'));
  let count = 0;
  return {
    /** Saves a new text and waits for the answer that has it; milliseconds. */
    async save(byRenaming) {
      count += 1;
      const text = `export const text = (said: string): string => \`${count}, you said: \${said}\`;\n`;
      const began = performance.now();
      writeFileSync(byRenaming ? `${file}.new` : file, text);
      if (byRenaming) renameSync(`${file}.new`, file);
      await printed((answers) => answers.includes(`"${count}, you said`));
      return performance.now() - began;
    },
    memory: () => memoryOf(inspector),
    async end() {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

/** Waits until what a stream has said since the last wait is enough. */
function reader(stream) {
  let said = '';
  let look;
  stream.setEncoding('utf8').on('data', (text) => {
    said += text;
    look?.();
  });
  return (isEnough) =>
    new Promise((resolve) => {
      look = () => {
        if (!isEnough(said)) return;
        resolve(said);
        said = '';
        look = undefined;
      };
      look();
    });
}

/** Bytes of a process after a collection, asked for over its inspector. */
async function memoryOf(address) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const ask = async (id, method, params = {}) => {
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [data] = await once(socket, 'message');
      const message = JSON.parse(data);
      if (message.id === id) return message.result;
    }
  };
  await ask(1, 'HeapProfiler.collectGarbage');
  const expression = 'process.memoryUsage()';
  const { result } = await ask(2, 'Runtime.evaluate', { expression, returnByValue: true });
  socket.close();
  return result.value;
}
