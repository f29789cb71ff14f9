import { createApp } from './app.js';
import { model } from './model.js';

const { TWILIO_AUTH_TOKEN: authToken = '', PUBLIC_URL: publicUrl = '', PORT } = process.env;
createApp({ authToken, publicUrl, model }).listen(Number(PORT), '127.0.0.1');
