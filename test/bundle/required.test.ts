import { generations } from '../../emulator/platform/generations.ts';
import { bundleOf, bundleProject, callPlain } from './bundle-project.ts';

const files = {
  'f/index.ts': `const { Toolbelt } = require('lp-faas-toolbelt');
const crypto = require('crypto');
const { help } = require('./helper');
const plain = require('plain');

export async function lambda(): Promise<unknown> {
  const { value } = await Toolbelt.SecretClient().readSecret('k');
  return [value, crypto.createHash('md5').update('a').digest('hex').length, help(), plain()];
}`,
  'f/helper.js': `exports.help = () => 'helped';`,
  'node_modules/plain/index.js': `const { EventEmitter } = require('node:events');
module.exports = () => typeof EventEmitter.once;`,
};

test.each(generations)('what a source requires is there on %s, in plain Node', async (generation) => {
  const bundle = await bundleOf(bundleProject(files), 'f', generation);
  expect(callPlain(bundle, {})).toEqual([{ answer: [`${generation} secret`, 32, 'helped', 'function'] }]);
});
