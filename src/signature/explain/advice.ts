import type { SignatureCause } from '../../errors.js';

/** What to do about each cause: the option of this library, and the line for the common frameworks. */
export const ADVICE: Readonly<Record<SignatureCause, string>> = {
  'wrong-scheme':
    'TLS ends at a proxy in front of this program. Give the public URL (publicUrl of webhook()), or believe the proxy with trustForwarded: true.',
  'wrong-host':
    'A proxy, load balancer or tunnel shows its own host. Give the public URL (publicUrl of webhook()), or believe the proxy with trustForwarded: true.',
  'wrong-port': 'Give the port that is in the URL configured at Twilio, and not the one this program listens on: set publicUrl.',
  'wrong-path':
    'The path was cut or prefixed on the way. Use req.originalUrl in Express, the stage of requestContext.path in API Gateway, or a publicUrl with its path prefix. Where the platform hides the path (Cloud Functions, CloudFront before a stage), give publicUrl as a function that returns the whole URL.',
  'trailing-slash':
    'Configure the URL at Twilio with the slash that this server shows, or keep the server from adding or removing one. Where the platform shows no path but /, as Cloud Functions do, give publicUrl as a function that returns the whole URL.',
  'query-changed':
    'Pass the query as it came, from the raw request target: req.originalUrl in Express, rawQueryString in Lambda events. Never build it from parsed parameters.',
  'url-encoding': 'Pass the URL as it came on the wire, from the raw request target, and do not decode, encode or normalise it.',
  fragment: 'Twilio neither sends nor signs what follows the number sign. Sign and verify the URL without it.',
  'parameter-changed':
    'Something in front changes parameters: trimming, sanitising or converting middleware. Verify before it runs, from the raw body.',
  'parameter-missing':
    'Something in front drops parameters, empty ones above all. Verify from the raw body; never from a list of known parameters.',
  'parameter-added': 'Something in front adds parameters. Verify before it runs, from the raw body.',
  'parameters-counted-twice':
    'On GET the parameters are in the URL already, and the URL is all that is signed: pass no body. Never merge query and body.',
  'duplicate-parameter-lost':
    'A parser joined or dropped the values of a repeated parameter. Pass the raw body, or URLSearchParams; Object.fromEntries keeps the last value alone.',
  'body-missing':
    'Something read the body before. Pass the raw body: in Express verify before express.urlencoded(), in Next.js pages set bodyParser: false, in Lambda pass event.body.',
  'body-parsed':
    "Pass the raw body: express.raw({ type: '*/*' }) for this route, rawBody: true in Nest, request.text() where requests are web standard.",
  'body-changed': 'Pass the very bytes that came: no added line end, no decoding and encoding, no JSON.stringify of a parsed body.',
  'body-not-signed':
    "Twilio adds bodySHA256 to the URL of every body that is no form. Without it the body may be anybody's. If it is a form, pass its Content-Type.",
  'wrong-token':
    "Use the primary auth token of the account that owns the number or service: a subaccount's own token, not its parent's, and not an API key's secret.",
  'malformed-token':
    'Copy the auth token from the Twilio console: 32 hexadecimal digits in small letters, without quotes, white space or line end.',
  'signature-missing':
    'Whoever sent this is not Twilio, or a proxy removed the header. Browsers and health checks send none: let those paths pass without verification.',
  'signature-malformed': 'Pass the X-Twilio-Signature header as it came, once.',
  'signature-expired': 'Somebody may have sent it again. If it is new, set the clock of this machine, or allow more by maxAgeSeconds.',
  'websocket-url': 'Give the wss:// URL of <Stream> or <ConversationRelay>, without a query: use <Parameter> instead.',
  'shared-key':
    'Give the secret of the key in sharedKeys, under the id that the request names, and while a key is rotated both the old and the new one.',
  unknown: 'Compare the URL, character by character, with the one configured at Twilio, and pass the raw body.',
};
