import type { StageOptions } from '../../conversation/stage.ts';
import { EmulatorError } from '../../errors.ts';
import { EndpointSide } from './endpoint-side.ts';
import { Guests } from './guests.ts';
import { type LocalService, startLocalService } from './local-service.ts';
import type { EndpointTarget } from './target.ts';

/** A Custom Endpoint that is up, here or elsewhere. */
export interface OpenEndpoint {
  target: EndpointTarget;
  /** One more side that talks to it; through another address where one is given, with a time-out of its own. */
  side: (over?: { baseUrl: string; timeout: number }) => EndpointSide;
  /** Starts the service anew with nothing kept, and answers its new address; `null` for a service elsewhere. */
  restart(): Promise<string> | null;
  close(): Promise<void>;
}

/**
 * Opens an endpoint; for `function` the function of that name is served on 127.0.0.1. Throws `bad-endpoint` for one
 * elsewhere that does not pass the connection test: no bot would start there.
 */
export async function openEndpoint(
  name: string,
  endpoint: EndpointTarget | 'function',
  stage: StageOptions,
): Promise<OpenEndpoint> {
  const guests = new Guests();
  const local = endpoint === 'function' ? await startLocalService(guests.run) : undefined;
  const open = opened(name, local?.target ?? (endpoint as EndpointTarget), { stage, guests, local });
  if (!local) await assertReady(open);
  return open;
}

async function assertReady({ target, side }: OpenEndpoint): Promise<void> {
  const tried = side();
  const failure = await tried.failure();
  await tried.close();
  if (failure === null) return;
  throw new EmulatorError({
    code: 'bad-endpoint',
    message: `${target.baseUrl} does not pass the connection test: ${failure}`,
    hint: 'start the service, and what it gets its tokens’ keys from: lpf-emulator sentinel, or --sentinel <url>',
  });
}

interface Around {
  stage: StageOptions;
  guests: Guests;
  local: LocalService | undefined;
}

function opened(name: string, target: EndpointTarget, { stage, guests, local }: Around): OpenEndpoint {
  return {
    target,
    side: (over) => new EndpointSide({ name, target: { ...target, ...over }, stage, guests }),
    restart: () => local?.restart() ?? null,
    close: async () => local?.close(),
  };
}
