import { answerRequest, type Endpoint, toReason } from '../webhook/answer.js';
import { logError } from '../webhook/rejection.js';
import { fromNodeRequest, type NodeRequest } from './incoming.js';
import { type NodeResponse, sendReply } from './respond.js';

/** The `next` of Connect and Express, where there is one. */
export type Next = (error?: unknown) => void;

/** What `http.createServer`, Connect and Express call. */
export type NodeHandler = (request: NodeRequest, response: NodeResponse, next?: Next) => Promise<void>;

/** What handlers on Node find in the context's `platform`. */
export type NodePlatform = readonly [request: NodeRequest, response: NodeResponse];

/** Runs an endpoint on Node. Errors go to `next` where there is one. */
export function toNodeHandler(endpoint: Endpoint): NodeHandler {
  const rethrowing = { ...endpoint, rethrows: true };
  return async (request, response, next) => {
    // What is no request of Node's comes without a response that could say so: whoever calls so hears of it.
    const incoming = fromNodeRequest(request, [request, response]);
    try {
      sendReply(await answerRequest(incoming, next === undefined ? endpoint : rethrowing), response);
    } catch (error) {
      if (next !== undefined) return next(toReason(error));
      // Thrown here, it would be a rejection that nobody handles, and end the process.
      logError(error);
      sendReply({ status: 500, headers: {} }, response);
    }
  };
}
