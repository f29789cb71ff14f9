/**
 * The suite that every runtime runs unchanged: plain functions over the vectors, since no test framework runs in all of them.
 *
 * @typedef {typeof import('../../src/signature/index.js')} Signature
 */

/**
 * @param {Signature} signature - What the package exports.
 * @param {readonly import('../signature/vectors.js').SignatureVector[]} vectors
 * @returns {Promise<{ checks: number, failures: string[] }>} What does not hold, in words.
 */
export async function runSuite(signature, vectors) {
  const failures = [];
  let checks = 0;
  const check = (what, holds) => {
    checks += 1;
    if (!holds) failures.push(what);
  };
  for (const vector of vectors) {
    if (vector.either === true) continue;
    if (vector.kind === 'twilio') checkVector(signature, vector, check);
    else await checkEmailVector(signature, vector, check);
  }
  checkSigning(signature, check);
  checkExplaining(signature, check);
  checkHostile(signature, check);
  return { checks, failures };
}

/** Says which hash the runtime has. */
export function nameHash() {
  let crypto;
  try {
    crypto = globalThis.process?.getBuiltinModule?.('node:crypto');
  } catch {
    // The edge runtime of Next has the function, and it throws.
  }
  if (crypto === undefined) return 'the fallback hash';
  return typeof crypto.hash === 'function' ? 'node:crypto' : 'node:crypto without hash()';
}

const encoder = new TextEncoder();

function readBytes({ body = '', bodyBase64 }) {
  return bodyBase64 === undefined ? encoder.encode(body) : Uint8Array.from(atob(bodyBase64), (character) => character.charCodeAt(0));
}

function checkVector({ isSignatureValid, verifySignature, SignatureError }, vector, check) {
  const { id, url, method, headers, body, authToken, valid } = vector;
  const verdict = (request) => {
    try {
      return isSignatureValid(request, { authToken });
    } catch (error) {
      return error instanceof TypeError && authToken === '' ? false : `threw ${error}`;
    }
  };
  check(`${id}: bytes`, verdict({ url, method, headers, body: readBytes(vector) }) === valid);
  check(`${id}: Headers`, verdict({ url, method, headers: new Headers(headers), body: readBytes(vector) }) === valid);
  if (body !== undefined) check(`${id}: text`, verdict({ url, method, headers, body }) === valid);
  try {
    verifySignature({ url, method, headers, body: readBytes(vector) }, { authToken });
    check(`${id}: passes`, valid);
  } catch (error) {
    check(`${id}: throws`, !valid && (authToken === '' ? error instanceof TypeError : error instanceof SignatureError));
  }
}

async function checkEmailVector({ isEmailEventValid }, { id, headers, body, publicKey, valid }, check) {
  check(`${id}: text`, (await isEmailEventValid({ headers, body }, { publicKey })) === valid);
  check(`${id}: bytes`, (await isEmailEventValid({ headers, body: encoder.encode(body) }, { publicKey })) === valid);
}

function checkSigning({ signRequest, isSignatureValid, bodySha256 }, check) {
  const body = 'Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310&CallSid=CA1234567890ABCDE';
  const signed = signRequest({ url: 'https://example.com/myapp.php?foo=1&bar=2', body }, { authToken: '12345' });
  check('signs the published example', signed === 'L/OH5YylLD5NRKLltdqwSvS0BnU=');
  check('hashes an empty body', bodySha256('') === 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const authToken of ['a', 'é'.repeat(20), 'k'.repeat(64), 'k'.repeat(65), 'k'.repeat(200)]) {
    for (const length of [0, 1, 55, 64, 2_700, 8_128, 100_000]) {
      const request = { url: 'https://example.com/sms', body: `Body=${'€'.repeat(length)}` };
      const headers = { 'x-twilio-signature': signRequest(request, { authToken }) };
      check(`signs ${length} characters with a token of ${authToken.length}`, isSignatureValid({ ...request, headers }, { authToken }));
      check(
        `refuses another token than that of ${authToken.length}`,
        !isSignatureValid({ ...request, headers }, { authToken: `${authToken}x` }),
      );
    }
  }
}

function checkExplaining({ signRequest, verifySignature, explainSignature }, check) {
  const authToken = '0123456789abcdef0123456789abcdef';
  const headers = { 'x-twilio-signature': signRequest({ url: 'https://example.com/sms', body: 'A=1' }, { authToken }) };
  const request = { url: 'http://example.com/sms', headers, body: 'A=1' };
  const { cause, matchedUrl } = explainSignature(request, { authToken });
  check('explains a wrong scheme', cause === 'wrong-scheme' && matchedUrl === 'https://example.com/sms');
  try {
    verifySignature(request, { authToken });
    check('refuses a wrong scheme', false);
  } catch (error) {
    check('explains by its error', error.code === 'SIGNATURE_MISMATCH' && error.explanation.cause === 'wrong-scheme');
  }
}

function checkHostile({ isSignatureValid, explainSignature }, check) {
  const authToken = '0123456789abcdef0123456789abcdef';
  const headers = { 'x-twilio-signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=', 'content-type': 'application/x-www-form-urlencoded' };
  const texts = [
    '%ff'.repeat(1_000),
    '&'.repeat(1_000),
    '__proto__=1&constructor=2',
    '\0\ud800%',
    `a=${'x'.repeat(2 ** 20)}`,
    'a&'.repeat(10_000),
  ];
  for (const [at, text] of texts.entries()) {
    for (const request of [
      { url: 'https://example.com/sms', headers, body: text },
      { url: `https://example.com/${text}`, headers },
    ]) {
      check(`refuses hostile text ${at}`, !isSignatureValid(request, { authToken }) && !explainSignature(request, { authToken }).valid);
    }
  }
}
