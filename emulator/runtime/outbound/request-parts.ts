import { withoutQuery } from '../../payload/mock/url-pattern.ts';
import { type OutboundRequest, bytesOf } from '../../services/exchange.ts';

/** A request with its parts as mocks speak of them; each is read when it is first asked for. */
export class RequestParts {
  readonly request: OutboundRequest;
  #params: URLSearchParams | undefined;
  #text: string | undefined;
  #data: { value: unknown } | undefined;

  constructor(request: OutboundRequest) {
    this.request = request;
  }

  /** The URL without its query string. */
  get bareUrl(): string {
    return withoutQuery(this.request.url);
  }

  get params(): URLSearchParams {
    return (this.#params ??= new URL(this.request.url).searchParams);
  }

  /** The body as text; empty where there is none. */
  get text(): string {
    const { body } = this.request;
    return (this.#text ??= body === null ? '' : bytesOf(body).toString());
  }

  /** What the body holds: JSON, or the fields of a form; `undefined` where it is neither. */
  get data(): unknown {
    this.#data ??= { value: parse(this.text, this.request.headers['content-type'] ?? '') };
    return this.#data.value;
  }
}

function parse(text: string, type: string): unknown {
  if (type.includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
