import { createApp } from './app.ts';

const { PORT = '3000', PUBLIC_URL, SALES_NUMBER = '+14155550199' } = process.env;

const app = createApp({
  publicUrl: PUBLIC_URL,
  salesNumber: SALES_NUMBER,
  // Put it into your database or your ticket system here.
  keepMessage: async (message) => console.log('a message', message),
});

app.listen(Number(PORT), () => console.log(`listening on ${PORT}`));
