import { useResponseClass } from '../webhook/web-response.js';
import type { TwilioResponse } from './twilio-response.js';

/** As much of a web `Response` as is used on the way to Twilio's, which is what the name means in Functions. */
export class StandInResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | null;
  readonly bodyUsed = false;
  /** A response that a handler made itself, to be sent as it is. */
  readonly original: TwilioResponse | undefined;

  constructor(
    body: string | null = null,
    { status = 200, headers, original }: { status?: number; headers?: Record<string, string>; original?: TwilioResponse } = {},
  ) {
    this.status = status;
    this.headers = new Headers(headers);
    this.body = body;
    this.original = original;
  }

  get [Symbol.toStringTag](): string {
    return 'Response';
  }

  async arrayBuffer(): Promise<ArrayBufferLike> {
    return new TextEncoder().encode(this.body ?? '').buffer;
  }
}

/** Twilio's runtime puts its own class in the global place of web responses. */
export function checkResponseClass(): void {
  const { Response } = globalThis as { readonly Response?: { readonly prototype?: unknown } };
  const { prototype } = Response ?? {};
  const isWeb = typeof prototype === 'object' && prototype !== null && 'arrayBuffer' in prototype;
  if (!isWeb) useResponseClass(StandInResponse as unknown as typeof globalThis.Response);
}
