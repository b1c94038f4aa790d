import { join } from 'node:path';
import { goOn, type GoingOn } from '../../cli/going-on.ts';
import { tinyProject } from '../../cli/tiny.ts';
import { account, ask, type Came, sentinel, textEvent } from './served.ts';
import { redisUrl, withRedis } from './redis-server.ts';

const entry = join(__dirname, '../../../build/lpf-endpoint.js');

/** Says the name that only the create told it, and for one text never comes to an end. */
const source = `export async function lambda({ payload }) {
  if (payload.message !== 'slow') return { messages: [payload.context.lpSdes.unauthenticatedSdes.name] };
  console.log('at work');
  return new Promise(() => {});
}`;

const path = (id: number) => `/v1/bots/b/environments/draft/conversations/c${id}`;

interface Instance {
  url: string;
  process: GoingOn;
}

withRedis('two instances that share Redis', () => {
  test('one is killed in the middle of conversations, and none of them is lost', async () => {
    const [redis, issuer] = await Promise.all([redisUrl(), sentinel()]);
    const token = await issuer.token();
    const root = tinyProject({ 'functions/echo/index.ts': source });
    const flags = ['--sentinel', issuer.url, '--account', account, '--bot', 'b', '--redis', redis];
    const [one, other] = await Promise.all([start(root, flags), start(root, flags)]);
    const say = (instance: Instance, id: number, text: string) =>
      ask(instance, 'POST', `${path(id)}/events`, { token, body: textEvent(text) });
    const ids = Array.from({ length: 20 }, (_, index) => index);
    for (const id of ids) {
      const body = { sdes: { unauthenticatedSdes: { name: `consumer ${id}` } } };
      expect(await ask(id % 2 ? one : other, 'PUT', path(id), { token, body })).toMatchObject({
        status: 204,
      });
    }
    expect(wordsOf(await say(one, 0, 'hi'))).toBe('consumer 0');

    // The connector's side: an answer that never comes from the one is asked for once more, and the other gives it.
    const unanswered = say(one, 1, 'slow').catch(String);
    await one.process.until(/at work/);
    process.kill(-one.process.pid, 'SIGKILL');
    expect(await unanswered).toBe('TypeError: fetch failed');
    expect(wordsOf(await say(other, 1, 'once more'))).toBe('consumer 1');
    for (const id of ids) expect(wordsOf(await say(other, id, 'still there?'))).toBe(`consumer ${id}`);
  });
});

async function start(root: string, flags: readonly string[]): Promise<Instance> {
  const process = goOn(root, [entry, 'echo', '--port', '0', '--log-level', 'error', ...flags]);
  const said = await process.until('Ctrl-C ends it.\n');
  return { process, url: /Base URL +(\S+)/.exec(said)?.[1] ?? '' };
}

function wordsOf({ body }: Came): unknown {
  return (body as { response?: { data: { message: string } }[] }).response?.[0]?.data.message;
}
