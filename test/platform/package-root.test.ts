import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../emulator/platform/package-root.ts';

test('the package finds its own folder', () => {
  expect(existsSync(join(packageRoot(), 'emulator', 'platform'))).toBe(true);
  expect(packageRoot()).toBe(packageRoot());
});
