import { compose } from '../../emulator/payload/compose.ts';
import { fragmentNamed, fragmentsOf } from '../../emulator/payload/fragments.ts';
import { storedPayloads } from '../../emulator/payload/payloads.ts';
import { checkedEvents } from '../../emulator/payload/schema/schema.ts';
import { packageRoot } from '../../emulator/platform/package-root.ts';

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

test('every fragment can be composed and says where its shape comes from', async () => {
  const fragments = fragmentsOf(root);
  for (const name of await fragments.names()) {
    const fragment = await fragmentNamed(fragments, name);
    expect(fragment.source).toMatch(/^https:\/\/(developers\.liveperson|github)\.com\//);
    expect((await compose(fragment.document, ['value'], fragments)).value).toBeDefined();
  }
});
