import type { Payload } from '../../emulator/index.ts';

type Mock = Payload['mocks'][number];

/** The first mock for a method and an address, found by a regular expression and not as the emulator does it. */
export function findMock(mocks: readonly Mock[], { method, url }: { method: string; url: string }) {
  return mocks.find((mock) => (mock.method ?? method) === method && asExpression(mock.url).test(url));
}

function asExpression(pattern: string): RegExp {
  const pieces = pattern.split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${pieces.join('.*')}$`);
}
