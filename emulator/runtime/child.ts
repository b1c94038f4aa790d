import { performance } from 'node:perf_hooks';
import { receiveReply } from './child/ask.ts';
import { tell } from './child/channel.ts';
import { LoadedFunction } from './child/function.ts';
import { describe } from './realm/describe.ts';
import { lock } from './child/lock.ts';
import { closeNetwork, openNetwork } from './child/outbound.ts';
import type { FatalReason, HostMessage, LoadMessage } from './protocol.ts';

/** The entry of an instance: takes one bundle, then one call after the other. */
const exit = process.exit.bind(process);
// Some of V8's ten frames would be the emulator's own.
Error.stackTraceLimit = 25;
let loaded: LoadedFunction | undefined;

const fatal = (reason: FatalReason) => (thrown: unknown) => {
  tell({ type: 'fatal', id: loaded?.call.id ?? 0, reason, error: describe(thrown) });
  exit(1);
};
process.on('uncaughtException', fatal('uncaught'));
process.on('unhandledRejection', fatal('unhandled'));
process.on('beforeExit', () => loaded?.ranDry());
// The host is gone: nobody is left to answer.
process.on('disconnect', () => exit(0));
process.on('message', (message: HostMessage) => void receive(message));

closeNetwork((work) => (loaded ? loaded.call.exclude(work) : work()));
lock((code, stack) => {
  const error = { name: 'Error', message: `process.exit(${code}) was called`, stack };
  tell({ type: 'fatal', id: loaded?.call.id ?? 0, reason: 'exit', error });
});

async function receive(message: HostMessage): Promise<void> {
  switch (message.type) {
    case 'prepare':
      openNetwork();
      void globalThis.Response;
      if (message.engine === 'vm2') await import('vm2');
      break;
    case 'load':
      await load(message);
      break;
    case 'invoke':
      loaded?.invoke(message);
      break;
    case 'reply':
      receiveReply(message.key, message.reply);
      break;
  }
}

/** The start of the instance is over by now; what it took counts as cold start, together with the bundle's own. */
const booted = performance.now();

async function load(message: LoadMessage): Promise<void> {
  const began = performance.now();
  const coldStart = (): number => booted + performance.now() - began;
  try {
    loaded = new LoadedFunction(message);
    await loaded.evaluate();
    tell({ type: 'loaded', coldStart: coldStart() });
  } catch (thrown) {
    tell({ type: 'load-failed', coldStart: coldStart(), error: describe(thrown) });
  }
}
