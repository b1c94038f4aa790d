import type { Request } from '../events/custom-integration';

/** Letters, and what stands between letters in names, so that a "name" from a web page cannot carry a link or markup. */
const name = /^\p{L}[\p{L}\p{M}'’. -]{0,49}$/u;

/**
 * The consumer's first name, or null. What an identity provider signed comes first (its shape differs between messaging
 * and chat), then what the web page claims. Only there when the bot collects engagement attributes.
 */
export function visitorName(request: Request): string | null {
  const sdes = request.context?.lpSdes;
  const claims: unknown[] = [
    sdes?.authenticatedSdes?.personalInfo?.personalInfo?.name,
    sdes?.authenticatedSdes?.authenticatedPersonalInfo?.name,
    sdes?.unauthenticatedSdes?.personalInfo?.personalInfo?.name,
  ];
  for (const claim of claims) {
    const candidate = typeof claim === 'string' ? claim.trim() : '';
    if (name.test(candidate)) return candidate;
  }
  return null;
}
