// Asks Twilio in every way that an application may, and gives what each has got: `node ways.mjs`.
import http from 'node:http';
import https, { get, request } from 'node:https';
import { connect } from 'node:tls';
import axios from 'axios';
import followRedirects from 'follow-redirects';
import { HttpsProxyAgent } from 'https-proxy-agent';
import * as undici6 from 'undici6';
import * as undici7 from 'undici7';

const base = 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001';
const media = `${base}/Messages/MM1/Media/ME00000000000000000000000000000001`;
const messages = `${base}/Messages.json`;
const authorization = `Basic ${btoa('AC00000000000000000000000000000001:token')}`;
const proxy = process.env.TEST_PROXY;

/** Reads the answer to a request of Node's own. */
const read = (send) =>
  new Promise((resolve, reject) => {
    const sent = send(async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(text.length);
    });
    sent.on('error', reject);
  });

const posted = (send) =>
  read((give) => {
    const sent = send(give);
    sent.end('To=%2B14155550100&Body=Hello');
    return sent;
  });

const form = { method: 'POST', headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' } };

const ways = {
  'https.get': () => read((give) => https.get(messages, give)),
  'get, by name': () => read((give) => get(new URL(messages), { headers: { authorization } }, give)),
  'https.request': () => posted((give) => https.request({ ...form, hostname: 'api.twilio.com', path: new URL(messages).pathname }, give)),
  'request, by name': () => posted((give) => request(messages, form, give)),
  'https.get with an agent that keeps connections': () =>
    read((give) => https.get(messages, { agent: new https.Agent({ keepAlive: true }) }, give)),
  'https.request through https-proxy-agent': () =>
    posted((give) => https.request(messages, { ...form, agent: new HttpsProxyAgent(proxy) }, give)),
  'http.get of an http URL': () => read((give) => http.get(messages.replace('https:', 'http:'), give)),
  'http.get of a whole URL from a proxy': () =>
    read((give) => http.get({ host: '127.0.0.1', port: new URL(proxy).port, path: messages, headers: { host: 'api.twilio.com' } }, give)),
  'follow-redirects': () => read((give) => followRedirects.https.get(media, give)),
  fetch: async () => (await (await fetch(messages, { ...form, body: new URLSearchParams({ To: '+1', Body: 'fetched' }) })).text()).length,
  'fetch of a Request': async () => (await (await fetch(new Request(messages, { headers: { authorization } }))).text()).length,
  'fetch of media': async () => {
    const response = await fetch(media, { headers: { authorization } });
    return [response.url, response.headers.get('content-type'), (await response.text()).length];
  },
  axios: async () => JSON.stringify((await axios.get(messages)).data).length,
  'axios of media': async () =>
    (await axios.get(media, { responseType: 'arraybuffer', auth: { username: 'a', password: 'b' } })).data.length,
  'axios through a proxy': async () =>
    JSON.stringify((await axios.get(messages, { proxy: { protocol: 'http', host: '127.0.0.1', port: Number(new URL(proxy).port) } })).data)
      .length,
  'undici 6': async () => (await (await undici6.request(messages)).body.text()).length,
  'undici 7': async () => (await (await undici7.fetch(messages, form)).text()).length,
  'undici 7 with a pool of its own': async () =>
    (await (await new undici7.Pool('https://api.twilio.com').request({ method: 'GET', path: new URL(messages).pathname })).body.text())
      .length,
  'a socket of its own': () =>
    new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(443, 'api.twilio.com', { servername: 'api.twilio.com' }, () =>
        socket.write(`GET ${new URL(messages).pathname} HTTP/1.1\r\nhost: api.twilio.com\r\nconnection: close\r\n\r\n`),
      );
      socket.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      socket.on('end', () => resolve([socket.encrypted, socket.authorized, text.slice(0, 15)])).on('error', reject);
    }),
  'another region': async () => (await fetch(messages.replace('api.', 'api.dublin.ie1.'))).status,
};

const results = {};
for (const [name, ask] of Object.entries(ways)) {
  results[name] = await ask().catch((error) => `${error.code ?? error.cause?.code}: ${error.cause?.message ?? error.message}`);
}
console.log(JSON.stringify(results));
process.exit();
