import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ownPort } from '../../own-port.ts';
import { temporaryFolder } from '../../temporary.ts';
import { atEnd } from './served.ts';

const installed = spawnSync('redis-server', ['--version']).status === 0;

/** For tests that need a real Redis server: where CI runs it has to be there, elsewhere they are skipped aloud. */
export const withRedis: (title: string, tests: () => void) => void =
  installed || process.env['CI'] ? describe : describe.skip;

if (!installed && !process.env['CI']) console.warn('redis-server is not installed: its tests are skipped');

/** A Redis server of the test's own. */
export interface RedisServer {
  url: string;
  /** Has it answer nobody, as if the network were gone; and go on. */
  pause(): void;
  resume(): void;
  /** Kills it with no time to say goodbye. */
  kill(): Promise<void>;
  /** Starts it again at the same port; everything that was written is there again. */
  start(): Promise<void>;
}

/** The server that CI has started for all tests, or one of the test's own. */
export async function redisUrl(): Promise<string> {
  return process.env['TEST_REDIS_URL'] ?? (await startRedis()).url;
}

/** Starts one that keeps everything, also when it is killed; it ends with the tests. */
export async function startRedis(): Promise<RedisServer> {
  const port = await ownPort();
  const folder = temporaryFolder();
  let server = await run(port, folder);
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  atEnd(kill);
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    kill,
    start: async () => {
      server = await run(port, folder);
    },
  };
}

async function run(port: number, folder: string) {
  // Written before each answer, which outlives the process. To wait for the disk, too, may take longer than a test has.
  const persistence = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'no'];
  const place = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  const server = spawn('redis-server', [...place, ...persistence], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.includes('Ready to accept connections')) break;
  }
  server.stdout.resume();
  return server;
}
