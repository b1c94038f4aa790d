import { builtInOfNode22 } from '../../emulator/platform/node-built-ins.ts';

test.each([
  ['Object.groupBy is not a function', 'Object.groupBy'],
  ['(intermediate value).union is not a function', 'Set.prototype.union'],
  ['known.isSubsetOf is not a function', 'Set.prototype.isSubsetOf'],
  ['buffer.transfer is not a function', 'ArrayBuffer.prototype.transfer'],
  ['[1].values(...).map is not a function', 'Iterator.prototype.map'],
  ['orders.keys().drop is not a function', 'Iterator.prototype.drop'],
  ['ids(...).toArray is not a function', 'Iterator.prototype.toArray'],
  ['Iterator is not defined', 'Iterator'],
  ['WebSocket is not defined', 'WebSocket'],
  [
    'Promise.withResolvers is not a function (thrown after the handler had handed over)',
    'Promise.withResolvers',
  ],
])('%s speaks of a built-in of Node 22', (message, name) => {
  expect(builtInOfNode22(message)).toBe(name);
});

test.each([
  'orders.map is not a function',
  'values(...).map is not a function',
  'groupBy is not a function',
  'lambda.groupBy is not a function',
  'groups is not defined',
  'Cannot read properties of undefined (reading "union")',
])('%s does not', (message) => {
  expect(builtInOfNode22(message)).toBeUndefined();
});
