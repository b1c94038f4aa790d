import { join } from 'node:path';
import { endpointFaults } from '../../emulator/compare/faults/endpoint-faults.ts';
import { findProbe } from '../../emulator/compare/faults/probe.ts';
import { openEndpoint } from '../../emulator/compare/sides/open-endpoint.ts';
import { readConversationFile } from '../../emulator/conversation/conversation-file.ts';
import { CallableFunctions } from '../../emulator/invoke/callable.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { tinyProject } from '../cli/tiny.ts';

const shown = 'conversations/talk.yaml';

test('the time that stands for a minute is for the answer that never comes, and not for those before it', async () => {
  const root = tinyProject({
    [shown]: `function: echo
given: { settings: { escalation: { skill: people } } }
conversations: [{ name: A greeting, turns: [says: hello, says: good bye] }]
`,
  });
  const { scripts } = await readConversationFile(root, { path: join(root, shown), shown }, ['echo']);
  const { settings } = loadProject(root);
  const stage = { root, settings, generation: 'v2' as const, functions: new CallableFunctions(root) };
  const probe = await findProbe(scripts, stage);
  if (!probe) throw new Error('nothing to try');
  const endpoint = await openEndpoint('echo', 'function', { stage });
  try {
    // No instance starts within a millisecond.
    const { slow } = await endpointFaults(probe, endpoint, { timeout: 1, onPlay: () => {} });
    expect(slow).toMatchObject({
      after: 195_000,
      escalated: true,
      code: 'aivendor.custom-endpoint.failed-request',
    });
  } finally {
    await endpoint.close();
  }
});
