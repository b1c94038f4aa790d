/** A number above zero, also from its text: times are documented as numbers and shown as texts. Else null. */
export function positiveNumber(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null;
}
