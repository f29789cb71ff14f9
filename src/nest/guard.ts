import { fromFastifyRequest } from '../fastify/incoming.js';
import { fromNodeRequest, type NodeRequest } from '../node/incoming.js';
import { passIncoming, type TwilioRequest, type VerifyMiddlewareOptions } from '../webhook/adapter.js';
import type { IncomingRequest } from '../webhook/incoming.js';
import { checkOptions } from '../webhook/options.js';
import { makeHttpError, type NestContext } from './context.js';

/** A guard of Nest's. */
export interface TwilioGuard {
  canActivate(context: NestContext): Promise<boolean>;
}

/**
 * A guard that lets signed requests pass, with what it read at `request.twilio`. A wrong signature or account is Nest's own 403; what cannot
 * be read at all is an error with the status of its kind. Create the application with `{ rawBody: true }`.
 *
 * It stands before a controller or a method: `@UseGuards(twilioGuard({ publicUrl: 'https://example.com' }))`.
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function twilioGuard(options: VerifyMiddlewareOptions = {}): TwilioGuard {
  checkOptions(options);
  return {
    async canActivate(context) {
      const request = context.switchToHttp().getRequest() as PlatformRequest;
      const passage = await passIncoming(fromPlatform(request, context), options);
      if (passage.passed) request.twilio = passage.twilio;
      else if (passage.response.status !== 403) throw makeHttpError(passage.response.status);
      return passage.passed;
    },
  };
}

/** A request of Nest's on Express, or on Fastify, which has Node's own as `raw`. */
type PlatformRequest = NodeRequest & { twilio?: TwilioRequest; readonly raw?: NodeRequest };

function fromPlatform(request: PlatformRequest, context: NestContext): IncomingRequest {
  const { raw } = request;
  if (raw === undefined) return fromNodeRequest(request, [context]);
  const { originalUrl, body, rawBody } = request;
  return fromFastifyRequest({ raw, originalUrl, body, rawBody }, [context]);
}
