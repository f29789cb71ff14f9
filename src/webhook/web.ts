import { answerRequest, type Endpoint } from './answer.js';
import { readWebBody } from './body.js';
import { fromWebRequest } from './incoming.js';
import { toWebResponse } from './plain-reply.js';

/** Answers a web `Request`. */
export async function answerWeb(request: Request, platform: readonly unknown[], endpoint: Endpoint): Promise<Response> {
  const incoming = fromWebRequest(request, platform, (maxBytes, timeoutMs) => readWebBody(request, maxBytes, timeoutMs));
  return toWebResponse(await answerRequest(incoming, { ...endpoint, streams: true }));
}
