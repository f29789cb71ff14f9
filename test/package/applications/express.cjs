// An application as one finds it: Express and the client of Twilio, which know nothing of an emulator.
const express = require('express');
const twilio = require('twilio');

const client = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);
const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(twilio.webhook({ protocol: 'http' }));

app.post('/sms', async (request, response) => {
  const { From: to, To: from, Body: body } = request.body;
  if (body === 'stop the application') process.exit(3);
  if (body === 'later') await client.messages.create({ to, from, body: 'Sent by REST' });
  if (body === 'call me') await client.calls.create({ to, from, url: `http://${request.headers.host}/answered` });
  const answer = new twilio.twiml.MessagingResponse();
  answer.message(`You said ${body}`);
  response.type('text/xml').send(answer.toString());
});

app.post('/voice', (_request, response) => {
  const answer = new twilio.twiml.VoiceResponse();
  answer.gather({ action: '/menu', numDigits: 1, input: 'dtmf speech', timeout: 3 }).say('Press one for sales, or two for support.');
  answer.say('Nobody pressed anything.');
  answer.redirect('/voice');
  response.type('text/xml').send(answer.toString());
});

app.post('/menu', (request, response) => {
  const answer = new twilio.twiml.VoiceResponse();
  if (request.body.Digits === '1') answer.dial({ action: '/dialled', timeout: 20, answerOnBridge: true }, '+14155550199');
  else answer.say(`We heard ${request.body.Digits ?? request.body.SpeechResult}.`);
  response.type('text/xml').send(answer.toString());
});

app.post('/dialled', (request, response) => {
  const answer = new twilio.twiml.VoiceResponse();
  answer.say(`The call was ${request.body.DialCallStatus}.`);
  response.type('text/xml').send(answer.toString());
});

app.post('/answered', (_request, response) => {
  response.type('text/xml').send('<Response><Say>This is your reminder.</Say></Response>');
});

app.listen(Number(process.env.PORT ?? 0), () => console.log('the application is up'));
