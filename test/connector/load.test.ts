import { collectedHeap } from '../heap.ts';
import { obedient, project } from './made.ts';
import { seen } from './told.ts';

const made = project({ bot: obedient });
const conversations = 999;
const turns = 10;

test('as many conversations as a bot may have, ten turns each and all at once, lose and mix up nothing', async () => {
  const connector = await made.connect();
  const before = collectedHeap();
  const all = await Promise.all(Array.from({ length: conversations }, () => connector.open()));
  for (let turn = 0; turn < turns; turn += 1) {
    await Promise.all(all.map(({ consumer }, index) => consumer.says(`${index} ${turn}`)));
  }
  const expected = (index: number) =>
    Array.from({ length: turns }, (_, turn) => `You said ${index} ${turn}.`);
  const wrong = all.filter((conversation, index) => seen(conversation).join() !== expected(index).join());
  expect(wrong).toEqual([]);
  const ids = all.flatMap(({ transcript }) =>
    transcript.flatMap((entry) => (entry.kind === 'bot-call' ? [entry.record?.id] : [])),
  );
  expect(new Set(ids).size).toBe(conversations * turns);
  await Promise.all(all.map((conversation) => conversation.close()));
  expect(connector.counts.get('bot')).toEqual({
    total: conversations,
    open: 0,
    closed: conversations,
    transferred: 0,
    escalated: 0,
  });
  const grown = collectedHeap() - before;
  expect(grown / (conversations * turns)).toBeLessThan(50_000);
});
