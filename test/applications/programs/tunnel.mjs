// Asks Twilio through proxies that make tunnels, and gives the answers: `node tunnel.mjs`.
import { ProxyAgent as Agent6, request as request6 } from 'undici6';
import { ProxyAgent, request } from 'undici7';

const url = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json';
const { TEST_PROXY } = process.env;
const form = { method: 'POST', body: 'To=%2B14155550100&Body=Secret' };
const results = [
  (await request6(url, { ...form, dispatcher: new Agent6(TEST_PROXY) })).statusCode,
  (await request(url, { ...form, dispatcher: new ProxyAgent(TEST_PROXY) })).statusCode,
  // By itself it goes through a proxy where the variables say so.
  (await fetch(url, form)).status,
];
console.log(JSON.stringify(results));
process.exit();
