interface Passing {
  message?: string;
  messages?: unknown[];
}

/** A pre hook and a post hook in one: puts a stamp on the consumer's text, and one below the answer. */
export async function lambda({ payload }: { payload: Passing }): Promise<Passing> {
  if (payload.messages) return { ...payload, messages: [...payload.messages, '(stamped)'] };
  return payload.message === undefined ? payload : { ...payload, message: `${payload.message} (stamped)` };
}
