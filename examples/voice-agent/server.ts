import { createApp } from './app.ts';
import { model, parrot } from './stand-ins.ts';

const { PORT = '3000', PUBLIC_URL = `http://localhost:${PORT}`, HUMAN_NUMBER = '+14155550199' } = process.env;

const app = createApp({ publicUrl: PUBLIC_URL, humanNumber: HUMAN_NUMBER, model, ear: parrot });
app.listen(Number(PORT), () => console.log(`listening on ${PORT}`));
