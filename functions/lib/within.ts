/**
 * What `work` resolves to; rejects with the code `timeout` when it takes longer than so many milliseconds. The toolbelt's
 * clients wait and retry for many seconds, and nothing stops them; a conversation does not wait for as long.
 */
export function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = Object.assign(new Error(`no result within ${milliseconds} ms`), { code: 'timeout' });
    const timer = setTimeout(() => reject(late), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
