/** From most to least talkative. */
export const levels = ['debug', 'info', 'warn', 'error'] as const;

/** How much a line matters. */
export type Level = (typeof levels)[number];

/**
 * Writes one line: what happened in a few fixed words, and the facts beside it. Facts are never the texts of messages,
 * engagement attributes, tokens or anything that tells who a consumer is.
 */
export type Log = (level: Level, message: string, facts?: Record<string, unknown>) => void;

/** Lines of JSON, one object each, from `least` on; `write` gets each with its line break. */
export function jsonLog(write: (line: string) => void, least: Level = 'info'): Log {
  return (level, message, facts) => {
    if (levels.indexOf(level) < levels.indexOf(least)) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`);
  };
}

/**
 * What may be said of an error that a function or a library threw: its kind, its cause's, and its place. The message only
 * at `debug`, because functions put what they were working on into it.
 */
export function factsOf(error: unknown, least: Level): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    ...kindOf(error, least),
    // fetch says only that it failed: whether a name, a port or a certificate is at fault is known to the cause alone.
    ...(error.cause instanceof Error && { cause: kindOf(error.cause, least) }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}

function kindOf(error: Error, least: Level): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(least === 'debug' && { said: error.message }),
  };
}
