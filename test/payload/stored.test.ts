import { dirname } from 'node:path';
import { compose } from '../../emulator/payload/compose/compose.ts';
import { fragmentNamed, fragmentsOf } from '../../emulator/payload/compose/fragments.ts';
import { storedPayloads } from '../../emulator/payload/payloads.ts';
import { checkedEvents } from '../../emulator/payload/schema/schema.ts';
import { packageRoot } from '../../emulator/platform/package-root.ts';
import { temporaryFolder } from '../temporary.ts';

const root = packageRoot();

test.each(checkedEvents)('every stored payload of %s fits its event, warnings included', async (event) => {
  const { payloads, findings } = await storedPayloads(root, event);
  expect(findings).toEqual([]);
  expect(payloads.length).toBeGreaterThanOrEqual(5);
});

test.each(checkedEvents)('every stored payload of %s says where its shape comes from', async (event) => {
  const { payloads } = await storedPayloads(root, event);
  for (const payload of payloads)
    expect(payload.source).toMatch(/^https:\/\/(developers\.liveperson|github)\.com\//);
});

test('a payload that came with this package says so, even where the package lies inside of the project', async () => {
  const [event = ''] = checkedEvents;
  const stockOf = async (project: string) => {
    const { payloads } = await storedPayloads(project, event);
    return new Set(payloads.map(({ stock }) => stock));
  };
  expect(await stockOf(dirname(root))).toEqual(new Set([true]));
  expect(await stockOf(temporaryFolder())).toEqual(new Set([true]));
  expect(await stockOf(root)).toEqual(new Set([undefined]));
});

test('every fragment can be composed and says where its shape comes from', async () => {
  const fragments = fragmentsOf(root);
  for (const name of await fragments.names()) {
    const fragment = await fragmentNamed(fragments, name);
    expect(fragment.source).toMatch(/^https:\/\/(developers\.liveperson|github)\.com\//);
    expect((await compose(fragment.document, ['value'], fragments)).value).toBeDefined();
  }
});
