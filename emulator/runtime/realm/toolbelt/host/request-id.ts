/** A new id for `X-Request-Id`. It only has to differ, so it waits for no module. */
export function requestId(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, (place) =>
    place === 'x' ? digit(0xf, 0) : digit(0x3, 0x8),
  );
}

function digit(mask: number, plus: number): string {
  return ((Math.floor(Math.random() * 16) & mask) | plus).toString(16);
}
