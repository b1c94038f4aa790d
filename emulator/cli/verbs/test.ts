import { exits } from '../main.ts';
import type { Terminal } from '../terminal.ts';
import { exitOf } from '../test/exit.ts';
import { testPlanOf, type TestOptions } from '../test/plan.ts';
import { printTestReports } from '../test/reporters.ts';
import { transcriptWriter } from '../test/transcripts.ts';
import { runTest } from '../test/run.ts';

/** `lpf-emulator test`: plays conversations, reports, and says with its exit code whether all went as expected. */
export async function test(terminal: Terminal, asked: string[], options: TestOptions): Promise<number> {
  if (options.schema) {
    const { conversationSchema } = await import('../../conversation/json-schema.ts');
    terminal.out(conversationSchema());
    return exits.good;
  }
  const plan = testPlanOf(asked, options);
  if (options.watch) {
    const { watchTest } = await import('../test/watch.ts');
    return watchTest(terminal, plan);
  }
  const { transcripts } = plan;
  const onResult = transcripts === undefined ? undefined : transcriptWriter(terminal.cwd, transcripts);
  const { report } = await runTest(terminal, plan, { onResult });
  await printTestReports(terminal, plan.reporters, report);
  return exitOf(report);
}
