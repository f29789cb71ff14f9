// Asks for what must not leave, and gives how each attempt failed, how long it took, and what of the system was used for it.
import { createHook } from 'node:async_hooks';
import dns from 'node:dns';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

// These are what Node looks names up and connects with, below all that could be replaced. (Bun has no such hooks.)
const used = [];
createHook({
  init(_id, type) {
    if (/^(?:GETADDRINFOREQWRAP|GETNAMEINFOREQWRAP|QUERYWRAP|TCPCONNECTWRAP)$/.test(type)) used.push(type);
  },
}).enable();

const [unknown, known] = ['chunderw-vpc-gll.twilio.com', 'api.twilio.com'];
const fail = (emitter) => new Promise((resolve, reject) => emitter.on('error', reject).on('connect', resolve));
const look = (start) => new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

const attempts = {
  fetch: () => fetch(`https://${unknown}/`),
  'https.get': () => fail(https.get(`https://${unknown}/`)),
  'https.get of twilio.com itself': () => fail(https.get('https://Twilio.com./')),
  'net.connect': () => fail(net.connect(443, unknown)),
  'net.connect by options': () => fail(net.connect({ port: 25, host: known })),
  'tls.connect': () => fail(tls.connect({ port: 443, host: unknown })),
  'tls.connect to an address, in the name of a host': () => fail(tls.connect({ port: 443, host: '127.0.0.1', servername: unknown })),
  'a tunnel': () => fail(https.request({ host: '127.0.0.1', port: 9, method: 'CONNECT', path: `${known}:443` }).end()),
  // A session tells that it is connected before it is; what counts is how it ends.
  http2: () => new Promise((_, reject) => http2.connect(`https://${known}`).on('error', reject)),
  'dns.lookup': () => look((give) => dns.lookup(known, give)),
  'dns.resolve4': () => look((give) => dns.resolve4(unknown, give)),
  'dns.promises.lookup': () => dns.promises.lookup(unknown),
  'a resolver': () => new dns.promises.Resolver().resolve(known),
  'another spelling': () => dns.promises.lookup('ａpi.TWILIO.com.'),
};

const failures = {};
const begun = performance.now();
for (const [name, attempt] of Object.entries(attempts)) {
  failures[name] = await attempt().then(
    () => 'went out',
    ({ code, message, cause }) => `${code ?? cause.code}: ${/ringback/.test(message) ? message : cause.message}`,
  );
}
console.log(JSON.stringify({ failures, used, milliseconds: performance.now() - begun }));
process.exit();
