import { createInterface } from 'node:readline';
import { type SentinelServer, startSentinel } from '../../endpoint/sentinel-server.ts';
import { printable } from '../../report/printable.ts';
import { interrupted } from '../interrupted.ts';
import { exits } from '../main.ts';
import { readOptions, type SentinelOptions } from '../sentinel/options.ts';
import { type Order, orderIn } from '../sentinel/orders.ts';
import { announcement, logLine } from '../sentinel/texts.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `lpf-emulator sentinel`: gives out tokens until it is interrupted. Standard output has what is asked for, standard
 * error a line for each request. Throws `bad-usage` for flags that cannot be used.
 */
export async function runSentinel(terminal: Terminal, flags: SentinelOptions): Promise<number> {
  const stopped = interrupted();
  const options = await readOptions(flags);
  const server = await startSentinel({ ...options, log: (entry) => terminal.err(logLine(entry)) });
  const obey = async (order: Order): Promise<void> => terminal.out(await carriedOut(order, server));
  const lines = createInterface({ input: process.stdin, terminal: false });
  lines.on('line', (line) => void obey(orderIn(line)));
  process.on('SIGUSR2', () => void obey({ kind: 'rotate', retire: false }));
  terminal.out(`${announcement(server, options)}\n`);
  terminal.err('rotate, retire, next <fault> or key and Enter, see --help; Ctrl-C ends it\n');
  await stopped;
  lines.close();
  await server.close();
  return exits.good;
}

/** Does it, and answers what is to be told of it. */
async function carriedOut(order: Order, server: SentinelServer): Promise<string> {
  switch (order.kind) {
    case 'rotate':
      await server.rotate({ retire: order.retire });
      return order.retire
        ? 'a new key signs; the others are gone\n'
        : 'a new key signs; the one before stays published while its tokens hold\n';
    case 'next':
      server.next(order.fault);
      return `next: ${order.fault}\n`;
    case 'key':
      return server.publicKey();
    case 'nothing':
      return '';
    case 'unknown':
      return `there is no order "${printable(order.text)}"; --help has them all\n`;
  }
}
