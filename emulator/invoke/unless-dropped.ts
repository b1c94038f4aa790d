/**
 * What `work` comes to. Once `signal` says that nobody wants it any more, `end` ends the calls in it, and this throws:
 * what a call says that was ended in this way is about nothing.
 */
export async function unlessDropped<T>(
  signal: AbortSignal | undefined,
  end: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  let ended: Promise<void> | undefined;
  const drop = (): void => void (ended = end());
  signal?.addEventListener('abort', drop, { once: true });
  try {
    const result = await work();
    signal?.throwIfAborted();
    return result;
  } finally {
    signal?.removeEventListener('abort', drop);
    await ended;
  }
}
