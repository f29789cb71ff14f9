import { createApp } from './app.js';
import { parrot } from './speech.js';

const { TWILIO_AUTH_TOKEN: authToken = '', PUBLIC_URL: publicUrl = '', PORT } = process.env;
createApp({ authToken, publicUrl, agent: parrot }).listen(Number(PORT), '127.0.0.1');
