import twilio from 'twilio';
import { createApp } from './app.ts';
import { remindAll } from './remind.ts';
import { createStore } from './store.ts';

const { PORT = '3000', PUBLIC_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER = '+12015550123' } = process.env;

const store = createStore();
createApp({ publicUrl: PUBLIC_URL, store }).listen(Number(PORT), () => console.log(`listening on ${PORT}`));

const DAY_MS = 24 * 60 * 60 * 1000;
const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
const settings = { from: TWILIO_PHONE_NUMBER, publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}` };
setInterval(() => void remindAll(client, store, settings).catch(console.error), DAY_MS);
