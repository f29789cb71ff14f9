import fc from 'fast-check';
import { isSignatureValid, SignatureError, type SignedRequest, signRequest, verifySignature } from '../../../src/signature/index.js';
import { hold, type Target } from '../target.js';

const authToken = '12345';
const FORM = 'application/x-www-form-urlencoded';
const SIGNATURES = /^x-twilio-(?:signature|webhooks-signature-settings)$/i;

const decoder = new TextDecoder();

/** Reads `POST https://…`, a header a line, an empty line, and the body. */
function readRequest(input: Uint8Array): SignedRequest {
  const end = input.findIndex((byte, at) => byte === 0x0a && input[at + 1] === 0x0a);
  const [first = '', ...lines] = decoder.decode(end === -1 ? input : input.subarray(0, end)).split('\n');
  const space = first.indexOf(' ');
  const headers = lines.map((line): [string, string] => [
    line.slice(0, Math.max(0, line.indexOf(':'))),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return {
    method: first.slice(0, Math.max(0, space)) || undefined,
    url: first.slice(space + 1),
    headers: Object.fromEntries(headers),
    body: end === -1 ? undefined : input.subarray(end + 2),
  };
}

/** What is signed is accepted, under whatever other headers it comes. */
function checkSigned(request: SignedRequest): string {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !SIGNATURES.test(name)));
  const unsigned = { ...request, headers };
  let signed: string;
  try {
    signed = signRequest(unsigned, { authToken });
  } catch (error) {
    hold(error instanceof TypeError, `signRequest() threw ${String(error)}`);
    return error.message.slice(0, 20);
  }
  const isAccepted = isSignatureValid({ ...unsigned, headers: { ...headers, 'x-twilio-signature': signed } }, { authToken });
  // The hash in the URL is the sender's to compute.
  hold(isAccepted || request.url.includes('bodySHA256'), 'What was signed is refused');
  const other = isSignatureValid({ ...unsigned, headers: { ...headers, 'x-twilio-signature': signed } }, { authToken: 'another' });
  hold(!other, 'What another token has signed is accepted');
  return isAccepted ? 'signed' : 'hash';
}

export const signature: Target = {
  name: 'signature',
  tokens: [
    'https://',
    'http://a:b@h:443/',
    ':8443',
    '?',
    '#',
    '%',
    '%27',
    "'",
    '&',
    '=',
    '+',
    '/',
    '@',
    '[::1]',
    'bodySHA256=',
    'a=1&a=2',
    '\n',
    '\n\n',
    'x-twilio-signature: ',
    `content-type: ${FORM}`,
    'content-type: application/json',
    'x-twilio-webhooks-signature-settings: ',
    'keyId=webhooks_sharedkey_01;',
    '__proto__',
    '\u{1F600}',
    'GET',
    'POST',
  ],
  inputs: fc
    .tuple(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))),
    )
    .map(([url, pairs]) => `POST ${url}\ncontent-type: ${FORM}\n\n${new URLSearchParams(pairs)}`),
  limitMs: 1_500,
  check(input) {
    const request = readRequest(input);
    const isValid = isSignatureValid(request, { authToken });
    let outcome = 'valid';
    try {
      verifySignature(request, { authToken });
    } catch (error) {
      hold(error instanceof SignatureError, `verifySignature() threw ${String(error)}`);
      // An explanation may take fifty milliseconds: most inputs have to do without.
      const isExplained = input.length % 16 === 0;
      outcome = `${error.code} ${isExplained ? error.explanation.cause : ''}`;
    }
    hold(isValid === (outcome === 'valid'), 'isSignatureValid() and verifySignature() disagree');
    return `${outcome} ${checkSigned(request)}`;
  },
};
