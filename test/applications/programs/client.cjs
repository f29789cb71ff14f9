// An application that uses the official client of some version: `node client.cjs twilio6`.
const twilio = require(process.argv[2]);

const client = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);

async function main() {
  const message = await client.messages.create({ to: '+14155550100', from: '+15550001111', body: 'Grüße 🚀 & more' });
  const call = await client.calls.create({ to: '+14155550100', from: '+15550001111', url: 'https://app.example/voice' });
  const messages = await client.messages.list({ pageSize: 2 });
  const tasks = await client.taskrouter.workspaces('WS00000000000000000000000000000001').tasks.list();
  const media = await client.messages(message.sid).media('ME00000000000000000000000000000001').fetch();
  const missing = await client
    .calls('CA00000000000000000000000000000009')
    .fetch()
    .catch(({ status, code }) => ({ status, code }));
  console.log(
    JSON.stringify({
      message: [message.sid, message.body, message.status],
      call: call.sid,
      messages: messages.map(({ sid }) => sid.slice(-2)),
      tasks: tasks.length,
      media: media.contentType,
      missing,
      token: process.env.TWILIO_AUTH_TOKEN,
    }),
  );
}

main();
