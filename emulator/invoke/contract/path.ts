/** A step into an answer: a property or an index. */
export type Step = string | number;

const plain = /^[A-Za-z_$][\w$]*$/;

/** The steps as a developer would write them behind `base`: `messages[2].structuredContent["a b"]`. */
export function pathOf(base: string, steps: readonly Step[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    if (!plain.test(step)) return `${path}[${JSON.stringify(step)}]`;
    return path === '' ? step : `${path}.${step}`;
  }, base);
}
