interface CallSite {
  getFunctionName(): string | null;
  getFileName(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

/**
 * Writes stacks out as V8 does. Inside vm2 that has to be said: its own writing turns every frame into
 * `at CallSite {}`.
 */
export function writeStacks(): void {
  Object.assign(Error, { prepareStackTrace: writeStack });
}

function writeStack(error: Error, frames: CallSite[]): string {
  return [String(error), ...frames.map(writeFrame)].join('\n');
}

function writeFrame(frame: CallSite): string {
  const at = `${frame.getFileName()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  const name = frame.getFunctionName();
  return name ? `    at ${name} (${at})` : `    at ${at}`;
}
