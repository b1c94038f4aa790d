/** What a bundler read, and what each of it imports, as esbuild's metafile has it. */
type Inputs = Readonly<Record<string, { imports: readonly { path: string; external?: boolean }[] }>>;

/** Every input that `entry` leads to, itself left out. */
export function reachedFrom(entry: string, inputs: Inputs): string[] {
  const reached = new Set([entry]);
  for (const path of reached) {
    for (const { path: next, external } of inputs[path]?.imports ?? []) if (!external) reached.add(next);
  }
  reached.delete(entry);
  return [...reached];
}
