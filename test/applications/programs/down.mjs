// Asks Twilio, and gives how that fails while nobody answers.
import { createHook } from 'node:async_hooks';
import axios from 'axios';
import twilio from 'twilio6';
import { request } from 'undici7';

const used = [];
createHook({
  init(_id, type) {
    if (/^(?:GETADDRINFOREQWRAP|QUERYWRAP|TCPCONNECTWRAP)$/.test(type)) used.push(type);
  },
}).enable();

const url = 'https://api.twilio.com/2010-04-01/Accounts.json';
const client = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);
const attempts = {
  twilio: () => client.messages.create({ to: '+14155550100', from: '+15550001111', body: 'Hello' }),
  axios: () => axios.get(url),
  fetch: () => fetch(url),
  undici: () => request(url),
};
const failures = {};
for (const [name, attempt] of Object.entries(attempts)) {
  failures[name] = await attempt().then(
    () => 'was answered',
    ({ code, message, cause }) => `${code ?? cause.code}: ${/ringback/.test(message) ? message : cause.message}`,
  );
}
console.log(JSON.stringify({ failures, used }));
process.exit();
