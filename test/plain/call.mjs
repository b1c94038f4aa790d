// Calls a pasted bundle as nothing of ours would: node call.mjs <v1|v2> <function>, in the project's folder.
// calls.json holds what to call it with ({ input, environment }), answers.json gets what came back.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const [generation, name] = process.argv.slice(2);
const folder = `${process.cwd()}/functions/${name}`;
const pasted = readFileSync(`${folder}/index.js`, 'utf8');

/** v1: a CommonJS file, called with a callback. */
function loadV1() {
  writeFileSync(`${folder}/called.cjs`, `${pasted}\nmodule.exports = { lambda };\n`);
  return promisify(createRequire(`${folder}/`)('./called.cjs').lambda);
}

/** v2: an ES module, called and awaited. */
async function loadV2() {
  writeFileSync(`${folder}/called.mjs`, `${pasted}\nexport { lambda };\n`);
  return (await import(`${folder}/called.mjs`)).lambda;
}

const { environmentVariables } = JSON.parse(readFileSync(`${folder}/config.json`, 'utf8'));
const own = Array.isArray(environmentVariables)
  ? Object.fromEntries(environmentVariables.map(({ key, value }) => [key, value]))
  : environmentVariables;
Object.assign(process.env, own);

// Node loads fetch at its first use: a function that gives up after 400 ms would wait for that too.
await (await fetch('data:,')).text();

const lambda = generation === 'v1' ? loadV1() : await loadV2();
const answers = [];
for (const { input, environment } of JSON.parse(readFileSync('calls.json', 'utf8'))) {
  Object.assign(process.env, environment);
  answers.push((await lambda(input)) ?? null);
}
writeFileSync('answers.json', JSON.stringify(answers));
// A request that the function has given up may still be open.
process.exit();
