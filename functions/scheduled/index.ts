import { Toolbelt } from 'core-functions-toolbelt';
import { failureCode } from '../lib/outbound/failure-code';
import { field } from '../lib/field';
import type { Input } from '../lib/events';
import { requestJson } from '../lib/outbound/request-json';
import { setting } from '../lib/setting';

/** What the schedule holds as its payload. One with `warm` only keeps an instance of the function from going idle. */
interface Request {
  warm?: boolean;
}

/** A schedule has time; the platform ends the call after 30 s. */
const timeout = 10_000;

/** The credentials, as the token endpoint knows them: a JSON secret. */
interface Credentials {
  client_id: string;
  client_secret: string;
}

/**
 * Fetches a new token and puts it into the secret that other functions read theirs from. Run it more often than tokens
 * run out: when one run fails the token in the secret still holds. The scheduler ignores the answer.
 */
export async function lambda(input: Input<Request | null>): Promise<'warm' | 'refreshed' | 'failed'> {
  if (field(input, 'payload', 'warm') === true) return 'warm';
  try {
    const token = await fetchToken(await readCredentials());
    await store(token.value);
    console.info('token refreshed', { expiresIn: token.expiresIn });
    return 'refreshed';
  } catch (error) {
    // What is logged must hold neither the token nor the credentials, so no answer of the endpoint is.
    console.error('token not refreshed', {
      reason: error instanceof Refusal ? error.message : failureCode(error),
    });
    return 'failed';
  }
}

/** A reason in our own words. */
class Refusal extends Error {}

/** Past the cache: the secret may just have been changed by hand. */
async function readCredentials(): Promise<Credentials> {
  const key = setting('CREDENTIALS_SECRET', 'orders-oauth-client');
  const { value } = await Toolbelt.SecretClient().readSecret(key, { useCache: false });
  const [id, secret] = [field(value, 'client_id'), field(value, 'client_secret')];
  if (typeof id !== 'string' || typeof secret !== 'string') {
    throw new Refusal(`the secret ${key} holds no client_id and client_secret`);
  }
  return { client_id: id, client_secret: secret };
}

/** The client credentials grant of OAuth 2 (RFC 6749, section 4.4). */
async function fetchToken(credentials: Credentials): Promise<{ value: string; expiresIn: number | null }> {
  const answer = await requestJson({
    method: 'POST',
    url: setting('TOKEN_URL', 'https://login.example.com/oauth/token'),
    form: { grant_type: 'client_credentials', ...credentials },
    timeout,
  });
  if (answer.outcome !== 'answered') throw new Refusal(`token endpoint: ${answer.outcome}`);
  if (answer.status !== 200) throw new Refusal(`token endpoint: status ${answer.status}`);
  const value = field(answer.body, 'access_token');
  // A line break or a space would break the header that the token goes into.
  if (typeof value !== 'string' || !/^[\x21-\x7E]+$/.test(value))
    throw new Refusal('token endpoint: no token');
  const expiresIn = field(answer.body, 'expires_in');
  return { value, expiresIn: typeof expiresIn === 'number' ? expiresIn : null };
}

/** A function can change a secret and not create it. */
async function store(value: string): Promise<void> {
  await Toolbelt.SecretClient().updateSecret({ key: setting('TOKEN_SECRET', 'orders-backend'), value });
}
