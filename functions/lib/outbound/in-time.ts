import { numberSetting } from '../setting';

/**
 * What `work` resolves to; rejects with the code `timeout` when it takes longer than SERVICE_TIMEOUT_MS. The toolbelt's
 * clients wait and retry for many seconds, and nothing stops them; a conversation does not wait for as long.
 */
export function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const milliseconds = numberSetting('SERVICE_TIMEOUT_MS', 500);
  return new Promise((resolve, reject) => {
    const late = Object.assign(new Error(`no result within ${milliseconds} ms`), { code: 'timeout' });
    const timer = setTimeout(() => reject(late), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
