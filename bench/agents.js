// 200 sessions of ConversationRelay and 100 media streams at once: how punctual the emulator's sound is, and how long an agent's answers
// seem to take, which would be next to nothing on a machine without end. The agents are a process of their own, as yours would be. Nothing
// is asserted: what a machine can do is its own. Needs a build; `node bench/agents.js [sessions] [streams] [seconds]`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createEmulator } from '../dist/emulator/index.js';

const [sessions = 200, streams = 100, seconds = 10] = process.argv.slice(2).map(Number);

const child = spawn(process.execPath, [new URL('agents-server.js', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
const [line] = await once(child.stdout, 'data');
const publicUrl = 'https://agents.example';
const twilio = createEmulator({
  app: { url: `http://127.0.0.1:${String(line).trim()}` },
  publicUrl,
  numbers: { '+15550001111': { voiceUrl: '/relay' }, '+15550002222': { voiceUrl: '/stream' } },
  keep: 1000,
  strict: false,
});

const start = process.cpuUsage();
const begun = performance.now();
const latencies = [];

const phones = (count, prefix) =>
  Array.from({ length: count }, (_, index) => twilio.phone(`+1415${prefix}${String(index).padStart(4, '0')}`));

async function talk(phone) {
  const call = await phone.call('+15550001111');
  while (performance.now() - begun < seconds * 1000) {
    await call.say('How are you');
    latencies.push((await call.hear('Fine')).latencyMs ?? 0);
  }
  await call.hangUp();
}

async function listen(phone) {
  const call = await phone.call('+15550002222');
  await call.stay(Math.max(1, seconds * 1000 - (performance.now() - begun)));
  await call.hangUp();
}

try {
  await Promise.all([...phones(sessions, '555').map(talk), ...phones(streams, '556').map(listen)]);
  await twilio.idle();
  const { user, system } = process.cpuUsage(start);
  const spent = performance.now() - begun;
  const { frames, p50, p95, p99, max, reliable } = twilio.pacing;
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  console.log(`${sessions} sessions and ${streams} streams for ${(spent / 1000).toFixed(1)} s, Node ${process.versions.node}`);
  console.log(
    `sound: ${frames} frames, late by ${p50} ms (half), ${p95} (95 of 100), ${p99} (99 of 100), ${max} (at worst); ${reliable ? 'to be trusted' : 'not to be trusted'}`,
  );
  console.log(`answers: ${latencies.length}, after ${at(0.5)} ms (half), ${at(0.95)} (95 of 100), ${at(1)} (at worst)`);
  console.log(
    `processor of the emulator: ${(((user + system) / 1000 / spent) * 100).toFixed(0)} % of one core; findings: ${twilio.findings.length}`,
  );
} finally {
  await twilio.close();
  child.kill();
}
