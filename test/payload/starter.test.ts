import { newPayload } from '../../emulator/payload/new-payload.ts';
import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { events } from '../../emulator/platform/events.ts';
import { temporaryFolder } from '../temporary.ts';

test.each(events.map(({ id }) => [id]))('%s has a payload to start from, which fits it', async (event) => {
  const root = temporaryFolder();
  const made = await newPayload(root, event, []);
  expect(made.source).toMatch(/^https:/);
  await expect(payloadFromFile(root, '-', JSON.stringify(made), event)).resolves.toBeDefined();
});
