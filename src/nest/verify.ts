import { type NodeMiddleware, verify as verifyOnNode } from '../node/index.js';
import type { VerifyMiddlewareOptions } from '../webhook/adapter.js';

/**
 * Functional middleware for Nest on Express, with the same options and results as the guard, which is for both platforms. On Fastify
 * middleware runs before the body is read, and Fastify would wait for it for ever after: there it is an error that names the guard.
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function verify(options: VerifyMiddlewareOptions = {}): NodeMiddleware {
  const middleware = verifyOnNode(options);
  return async (request, response, next) => {
    // Nest has two platforms, and it is Express that puts the application on its requests.
    if ('app' in request) return middleware(request, response, next);
    next(new TypeError('On Fastify, verify() of ringback/nest would take the body away: put @UseGuards(twilioGuard()) on the controller'));
  };
}
