// A contact centre of the older sort: Express, an old client, webhooks by GET, TaskRouter for the queue, agents who call out through a
// conference. It knows nothing of ringback.
const express = require('express');
const twilio = require('twilio3');

const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, AGENT_PHONE, PUBLIC_URL, PORT } = process.env;
const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
const { VoiceResponse } = twilio.twiml;
const setUp = {};

/** Makes the workspace anew, as the set-up page of such applications does. */
async function configure() {
  const workspace = await client.taskrouter.workspaces.create({ friendlyName: 'Contact centre', template: 'NONE' });
  setUp.workspace = client.taskrouter.workspaces(workspace.sid);
  const [available] = (await setUp.workspace.activities.list()).filter(({ available: isAvailable }) => isAvailable);
  const queue = await setUp.workspace.taskQueues.create({ friendlyName: 'Support', targetWorkers: "team == 'support'" });
  const configuration = {
    task_routing: {
      filters: [{ expression: "selected_team == 'support'", targets: [{ queue: queue.sid }] }],
      default_filter: { queue: queue.sid },
    },
  };
  setUp.workflow = await setUp.workspace.workflows.create({
    friendlyName: 'Incoming',
    configuration: JSON.stringify(configuration),
    assignmentCallbackUrl: `${PUBLIC_URL}/assignment`,
  });
  await setUp.workspace.workers.create({
    friendlyName: 'Grace',
    activitySid: available.sid,
    attributes: JSON.stringify({ team: 'support', contact_uri: AGENT_PHONE }),
  });
}

const app = express();
app.use(express.urlencoded({ extended: false }));

const send = (response, twiml) => response.type('text/xml').send(twiml.toString());

app.get('/ivr/welcome', (_request, response) => {
  const twiml = new VoiceResponse();
  const gather = twiml.gather({ action: 'select-team', method: 'GET', numDigits: 1, timeout: 5 });
  gather.say('Welcome. For support press one. To be called back press five.');
  twiml.say('You did not press a key.');
  twiml.pause({ length: 2 });
  twiml.redirect({ method: 'GET' }, 'welcome');
  send(response, twiml);
});

app.get('/ivr/select-team', async (request, response) => {
  const twiml = new VoiceResponse();
  const { Digits: digits, From: from, CallSid: callSid } = request.query;
  const attributes = { selected_team: 'support', channel: 'phone', name: from, call_sid: callSid };
  if (digits === '1') {
    twiml.say('Please wait for an agent.');
    twiml.enqueue({ workflowSid: setUp.workflow.sid, waitUrl: '/ivr/wait' }).task({}, JSON.stringify(attributes));
  } else if (digits === '5') {
    await setUp.workspace.tasks.create({
      workflowSid: setUp.workflow.sid,
      attributes: JSON.stringify({ ...attributes, selected_team: 'callback', type: 'callback' }),
    });
    twiml.say('We will call you back.');
    twiml.hangup();
  } else {
    twiml.redirect({ method: 'GET' }, 'welcome');
  }
  send(response, twiml);
});

app.post('/ivr/wait', (_request, response) => {
  const twiml = new VoiceResponse();
  twiml.say('All agents are busy.');
  twiml.pause({ length: 10 });
  send(response, twiml);
});

app.post('/assignment', (request, response) => {
  const { type } = JSON.parse(request.body.TaskAttributes);
  // An agent sees it on her screen, and calls when she has time.
  if (type === 'callback') return response.json({ instruction: 'accept' });
  response.json({ instruction: 'dequeue', to: AGENT_PHONE, from: TWILIO_PHONE_NUMBER });
});

/** An agent's browser calls somebody: the agent waits in a conference, to which the other is then called. */
app.post('/phone/call', (request, response) => {
  const twiml = new VoiceResponse();
  const { CallSid: callSid, phone } = request.body;
  const event = `/phone/joined?phone=${encodeURIComponent(phone)}`;
  twiml
    .dial()
    .conference({ endConferenceOnExit: true, statusCallbackEvent: 'join', statusCallback: event, beep: false }, `outbound_${callSid}`);
  send(response, twiml);
});

app.post('/phone/joined', async (request, response) => {
  const { FriendlyName: name, ConferenceSid: sid, SequenceNumber: number } = request.body;
  if (number === '1') {
    await client.conferences(sid).participants.create({
      to: request.query.phone,
      from: TWILIO_PHONE_NUMBER,
      earlyMedia: true,
      endConferenceOnExit: true,
      label: name,
    });
  }
  response.sendStatus(200);
});

configure().then(
  () => {
    const server = app.listen(PORT, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
