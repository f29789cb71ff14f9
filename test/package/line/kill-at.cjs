// Kills this very process, as `kill -9` does, before or after one of the things that it does to files and to Twilio. They are counted from
// the first that has to do with the journal on.
const fs = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

const last = Number(process.env.KILL_AT);
let isCounting = false;
let steps = 0;

function step() {
  if (!isCounting) return;
  steps += 1;
  if (steps === last) process.kill(process.pid, 'SIGKILL');
}

for (const name of ['mkdir', 'writeFile', 'open', 'rename', 'rm']) {
  const real = fs.promises[name];
  fs.promises[name] = async (...args) => {
    if (String(args[0]).includes('.ringback')) isCounting = true;
    step();
    const result = await real(...args);
    step();
    return result;
  };
}

// Twilio's client asks by https, which is led to the emulator.
for (const client of [http, https]) {
  const real = client.request;
  client.request = (...args) => {
    step();
    const request = real(...args);
    request.once('response', (response) => response.once('end', step));
    return request;
  };
}
syncBuiltinESMExports();
