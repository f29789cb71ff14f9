/**
 * Measures what verifying costs, against `twilio` and against the floor: parsing by URLSearchParams and one bare HMAC. Runs what is published,
 * ./dist, and prints a section of Markdown; with `--write` it puts the section into docs/benchmarks.md.
 */
import { createHmac } from 'node:crypto';
import process from 'node:process';
import querystring from 'node:querystring';
import twilio from 'twilio/lib/webhooks/webhooks.js';
import { bodySha256, explainSignature, isSignatureValid, signRequest } from '../dist/signature/index.js';
import { measure, report, table, versionOf } from './measure.js';

const authToken = '0123456789abcdef0123456789abcdef';
const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
const url = 'https://hooks.example.com/twilio/voice?level=2';

/** An incoming call, with the parameters and the order that Twilio sends. */
const call =
  'Called=%2B15005550006&ToState=CA&CallerCountry=US&Direction=inbound&CallerState=MI&ToZip=94105&CallSid=CA00000000000000000000000000000001' +
  '&To=%2B15005550006&CallerZip=48116&ToCountry=US&StirVerstat=TN-Validation-Passed-A&CalledZip=94105&ApiVersion=2010-04-01&CalledCity=SAN+FRANCISCO' +
  '&CallStatus=ringing&From=%2B15005550009&AccountSid=AC00000000000000000000000000000001&CalledCountry=US&CallerCity=BRIGHTON&ToCity=SAN+FRANCISCO' +
  '&FromCountry=US&Caller=%2B15005550009&FromCity=BRIGHTON&CalledState=CA&FromZip=48116&FromState=MI';

function request(body, { at = url, contentType = FORM, method = 'POST' } = {}) {
  const headers = { 'content-type': contentType };
  return { url: at, method, headers: { ...headers, 'x-twilio-signature': signRequest({ url: at, headers, body }, { authToken }) }, body };
}

/** The same request, signed with another token. */
function forge(genuine) {
  const signature = signRequest(genuine, { authToken: 'f'.repeat(32) });
  return { ...genuine, headers: { ...genuine.headers, 'x-twilio-signature': signature } };
}

function verifyByTwilio(signature, parse) {
  return () => twilio.validateRequest(authToken, signature, url, parse(call));
}

function readSearchParams(body) {
  return Object.fromEntries(new URLSearchParams(body));
}

function hmac(text) {
  return createHmac('sha1', authToken).update(text).digest('base64');
}

const genuine = request(call);
const signature = genuine.headers['x-twilio-signature'];
const parsed = querystring.parse(call);
const forged = forge(genuine);
const genuineParsed = { ...genuine, body: parsed };
const signedText =
  url +
  Object.keys(parsed)
    .sort()
    .map((name) => name + parsed[name])
    .join('');

if (
  !isSignatureValid(genuine, { authToken }) ||
  !twilio.validateRequest(authToken, signature, url, parsed) ||
  isSignatureValid(forged, { authToken })
) {
  throw new Error('The subjects do not agree on what is measured.');
}

function measureForm() {
  const times = measure({
    ringback: () => isSignatureValid(genuine, { authToken }),
    'ringback, of parsed parameters': () => isSignatureValid(genuineParsed, { authToken }),
    'ringback, refusing': () => isSignatureValid(forged, { authToken }),
    'floor: URLSearchParams and one HMAC': () => [readSearchParams(call), hmac(signedText)],
    'twilio, with querystring.parse': verifyByTwilio(signature, querystring.parse),
    'twilio, with URLSearchParams': verifyByTwilio(signature, readSearchParams),
    'twilio, of parsed parameters': verifyByTwilio(signature, () => parsed),
    'twilio, refusing, with querystring.parse': verifyByTwilio(forged.headers['x-twilio-signature'], querystring.parse),
  });
  const rows = Object.entries(times).map(([name, time]) => [name, time.toFixed(1), (time / times.ringback).toFixed(2)]);
  const against = (rival) => (times[rival] / times.ringback).toFixed(2);
  return {
    text: table(['a form of 26 parameters', 'µs', 'times ringback'], rows),
    goals: [
      ['a form verified, from raw bytes', 'at least 1.7× as fast as twilio-node', `${against('twilio, with querystring.parse')}×`],
      ['the same', 'at most 1.5× of URLSearchParams and one HMAC', `${(1 / against('floor: URLSearchParams and one HMAC')).toFixed(2)}×`],
    ],
  };
}

function measureRefusals() {
  const body = '[{"specversion":"1.0"}]';
  const json = { contentType: 'application/json', at: `${url}&bodySHA256=${bodySha256(body)}` };
  const requests = {
    'a form of 26 parameters': request(call),
    'the same, with quotes and pluses in the query of a mixed-case host': request(call, {
      at: "https://Hooks.Example.com/voice?City=Trezzo+sull'Adda",
    }),
    'ten thousand parameters': request(Array.from({ length: 10_000 }, (_, at) => `name${at * 7_919}=value+${at}`).join('&')),
    'a form of one megabyte, one parameter': request(`Body=${'x'.repeat(2 ** 20)}`),
    JSON: request(body, json),
    'GET without a body': request(undefined, { method: 'GET', at: `https://hooks.example.com/voice?${call}` }),
    'a WebSocket': request(undefined, { method: 'GET', at: 'wss://hooks.example.com/media' }),
  };
  const ratios = [];
  const rows = Object.entries(requests).map(([name, good]) => {
    const bad = forge(good);
    const times = measure({ accept: () => isSignatureValid(good, { authToken }), refuse: () => isSignatureValid(bad, { authToken }) });
    ratios.push(times.refuse / times.accept);
    return [name, times.accept.toFixed(1), times.refuse.toFixed(1), (times.refuse / times.accept).toFixed(2)];
  });
  const [form] = ratios;
  return {
    text: table(['accepting and refusing', 'accept, µs', 'refuse, µs', 'ratio'], rows),
    goals: [
      [
        'a wrong signature refused',
        'at most 3× of accepting, whatever the request',
        `${form.toFixed(1)}× for a form, ${Math.max(...ratios).toFixed(1)}× at most`,
      ],
    ],
  };
}

function measureExplanations() {
  const proxied = { ...genuine, url: genuine.url.replace('https', 'http') };
  const large = forge(request(`Body=${'x'.repeat(2 ** 20 - 5)}`));
  const many = forge(request(Array.from({ length: 10_000 }, (_, at) => `name${at}=${'v'.repeat(90)}`).join('&')));
  const times = measure(
    {
      'a wrong scheme': () => explainSignature(proxied, { authToken }),
      'a wrong token: everything is tried': () => explainSignature(forged, { authToken }),
      'a wrong token, one parameter of a megabyte': () => explainSignature(large, { authToken }),
      'a wrong token, ten thousand parameters in a megabyte': () => explainSignature(many, { authToken }),
    },
    9,
  );
  const rows = Object.entries(times).map(([name, time]) => [name, (time / 1_000).toFixed(2)]);
  const slowest = Math.max(...Object.values(times)) / 1_000;
  return { text: table(['explaining', 'ms'], rows), goals: [['a refusal explained', 'at most 50 ms', `${slowest.toFixed(0)} ms`]] };
}

const parts = [measureForm(), measureRefusals(), measureExplanations()];

report({
  heading: 'Signature',
  text: [
    `Node ${process.versions.node}, \`twilio\` ${versionOf('twilio')}. By \`node bench/signature.js --write\`.`,
    ...parts.map(({ text }) => text),
  ].join('\n\n'),
  goals: parts.flatMap(({ goals }) => goals),
});
