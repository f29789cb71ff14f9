import { fromFastifyRequest } from '../fastify/incoming.js';
import { fromNodeRequest, type NodeRequest } from '../node/incoming.js';
import { passIncoming, type TwilioRequest, type VerifyMiddlewareOptions } from '../webhook/adapter.js';
import type { IncomingRequest } from '../webhook/incoming.js';
import { checkOptions } from '../webhook/options.js';
import type { NestContext } from './context.js';
import { sendEmpty } from './platform.js';

/** A guard of Nest's. */
export interface TwilioGuard {
  canActivate(context: NestContext): Promise<boolean>;
}

/**
 * A guard that lets signed requests pass, with what it read at `request.twilio`. All others get the status of their refusal and no body,
 * which is sent before Nest's exception filters hear of it. Create the application with `{ rawBody: true }`.
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
      else sendEmpty(context, passage.reply);
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
