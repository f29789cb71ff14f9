// What is not for Twilio: a server and a WebSocket of one's own. With `child` it starts itself again, and a worker, as an application may.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import https from 'node:https';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const ask = async () => (await fetch('https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json')).status;

async function askOwn() {
  const server = createServer(({ url, headers }, response) => response.end(`${url} ${headers.host}`));
  server.on('upgrade', ({ headers }, socket) => {
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.end(`HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  const upgrade = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version': '13',
  };
  const [{ statusCode }] = await once(request({ host: '127.0.0.1', port, headers: upgrade }).end(), 'upgrade');
  const bodies = [];
  for (const path of ['/a', '/twilio.com', '/https://api.twilio.com/']) {
    bodies.push((await (await fetch(`http://localhost:${port}${path}`)).text()).replace(String(port), 'port'));
  }
  server.close();
  return { statusCode, bodies };
}

const failure = await new Promise((resolve) => https.get('https://nobody.invalid/', resolve).on('error', ({ code }) => resolve(code)));
const result = { twilio: await ask().catch(({ cause }) => cause.code), own: await askOwn(), failure };
if (process.argv[2] === 'child') {
  result.child = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })).twilio;
  const code = `fetch('https://api.twilio.com/x').then(({ status }) => require('node:worker_threads').parentPort.postMessage(status))`;
  result.workers = [];
  for (const options of [{}, { execArgv: [] }, { env: {} }]) {
    const [status] = await once(new Worker(code, { eval: true, ...options }), 'message');
    result.workers.push(status);
  }
}
console.log(JSON.stringify(result));
process.exit();
