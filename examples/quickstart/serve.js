// The application alone, as `ringback dev` runs it: `npm start -- --serve` does. What Twilio would call it is the URL of recorded.json.
import { readFileSync } from 'node:fs';
import { createApp } from './app.js';

/** @type {{ publicUrl: string }} */
const { publicUrl } = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8'));

const app = createApp({
  authToken: process.env.TWILIO_AUTH_TOKEN ?? '',
  publicUrl,
  report: (event, details) => {
    if (event === 'refused') console.error(details);
  },
});
app.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
