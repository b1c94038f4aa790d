export async function lambda(input: { payload: { error: { name: string } } }): Promise<null> {
  console.info(`noted ${input.payload.error.name}`);
  return null;
}
