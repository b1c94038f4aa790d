export async function lambda(): Promise<never> {
  throw new Error('no luck');
}
