const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a time such as `400ms`, `30s`, `5m`, `1.5h` or `2d`; `undefined` for any other text. */
export function milliseconds(text: string): number | undefined {
  const { digits, unit = '' } = /^(?<digits>\d+(\.\d+)?)(?<unit>ms|s|m|h|d)$/.exec(text)?.groups ?? {};
  const factor = units[unit];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** A time in milliseconds for people: `0.4 ms`, `12 ms`, `1.04 s`; `–` for what was not measured. */
export function durationText(time: number | null): string {
  if (time === null || !Number.isFinite(time)) return '–';
  if (time < 9.95) return `${time.toFixed(1)} ms`;
  if (time < 999.5) return `${Math.round(time)} ms`;
  const seconds = time / 1000;
  return `${seconds < 100 ? Number(seconds.toPrecision(3)) : Math.round(seconds)} s`;
}
