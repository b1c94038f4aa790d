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
  const write = (error: Error, frames: CallSite[]): string =>
    [String(error), ...frames.map(writeFrame)].join('\n');
  Object.assign(Error, { prepareStackTrace: write });
}

function writeFrame(frame: CallSite): string {
  const at = `${frame.getFileName()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  const name = frame.getFunctionName();
  return name ? `    at ${name} (${at})` : `    at ${at}`;
}
