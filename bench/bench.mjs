// Prints the figures that the README quotes. Ratios within one run count; single times are this machine's.
import { cpus } from 'node:os';
import { benchBundle } from './bundle.mjs';
import { benchConversations } from './conversations.mjs';
import { benchEndpoint } from './endpoint.mjs';
import { benchInvoke } from './invoke.mjs';
import { benchKill } from './kill.mjs';
import { benchMatrix } from './matrix.mjs';
import { removeProjects } from './projects.mjs';
import { benchServices } from './services.mjs';
import { benchWarm } from './warm.mjs';
import { benchWatch } from './watch.mjs';

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(`${''.padEnd(58)}     min  median     max`);
try {
  await benchInvoke();
  await benchWarm();
  await benchServices();
  await benchConversations();
  await benchEndpoint();
  await benchMatrix();
  await benchKill();
  benchBundle();
  await benchWatch();
} finally {
  removeProjects();
}
