/**
 * Takes from the process what a function does not have on the platform. Files, child processes, workers and the
 * inspector are closed by Node's permission model, which does not cover the rest. This keeps mistakes in; it is no
 * vault for hostile code.
 */
export function lock(onExit: (code: number, stack: string) => void): void {
  const exit = process.exit.bind(process);
  const closed = [
    'kill',
    'abort',
    'binding',
    '_linkedBinding',
    'dlopen',
    'reallyExit',
    'chdir',
    'send',
    'disconnect',
    // Ways to a module that the function's own `require` does not offer.
    'getBuiltinModule',
    'mainModule',
  ];
  for (const name of closed) Object.defineProperty(process, name, { value: undefined, configurable: true });
  Object.defineProperty(process, 'exit', {
    value: (code?: number | string) => {
      onExit(Number(code ?? process.exitCode ?? 0), new Error('process.exit').stack ?? '');
      exit(code);
    },
  });
  process.argv.splice(0, process.argv.length, 'node', 'index.js');
  process.execArgv.length = 0;
}
