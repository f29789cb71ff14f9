import { createApp } from './app.ts';
import { Desk } from './desk.ts';

const { PORT = '3000', PUBLIC_URL, CUSTOMER_NUMBER = '+12015550123', AGENT_NUMBER = '+14155550199' } = process.env;

const app = createApp({
  publicUrl: PUBLIC_URL,
  customerNumber: CUSTOMER_NUMBER,
  desk: new Desk(new Map([[AGENT_NUMBER, 'Grace']])),
});

await app.listen({ port: Number(PORT), host: '0.0.0.0' });
console.log(`listening on ${PORT}`);
