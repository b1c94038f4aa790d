import { isToken } from '../../platform/http-grammar.ts';

/**
 * The durations of a `Server-Timing` header in milliseconds, by their names: `bot;dur=12.3, auth;dur=0.4`. What has no
 * duration is left out; `undefined` where nothing is left.
 */
export function serverTiming(
  header: string | readonly string[] | undefined,
): Record<string, number> | undefined {
  const metrics = [header ?? []].flat().flatMap((each) => each.split(','));
  const durations = metrics.flatMap((metric): [string, number][] => {
    const [name = '', ...parameters] = metric.split(';').map((part) => part.trim());
    const given = parameters.find((parameter) => /^dur=/i.test(parameter))?.slice('dur='.length);
    const duration = Number(given?.replace(/^"|"$/g, '') || Number.NaN);
    return isToken(name) && duration >= 0 && Number.isFinite(duration) ? [[name, duration]] : [];
  });
  return durations.length > 0 ? Object.fromEntries(durations) : undefined;
}
