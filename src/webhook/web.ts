import { answerRequest, type Endpoint } from './answer.js';
import { readWebBody } from './body.js';
import type { FetchHandler } from './handler.js';
import { fromWebRequest } from './incoming.js';
import { toWebResponse } from './plain-reply.js';

/** Makes the handler for what speaks web `Request` and `Response`. */
export function toFetchHandler(endpoint: Endpoint): FetchHandler {
  const streaming = { ...endpoint, streams: true };
  return async (request, ...platform) => {
    const incoming = fromWebRequest(request, platform, (maxBytes, timeoutMs) => readWebBody(request, maxBytes, timeoutMs));
    return toWebResponse(await answerRequest(incoming, streaming));
  };
}
