// Loads the preload by its path, and gives what it has changed: `node untouched.mjs <path>`.
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

const look = () => ({
  fetch,
  'https.request': https.request,
  'https.get': https.get,
  'http.request': http.request,
  'tls.connect': tls.connect,
  'Socket.connect': net.Socket.prototype.connect,
  'dns.lookup': dns.lookup,
  'dns.promises.lookup': dns.promises.lookup,
});

const before = look();
const { emulatorUrl = null } = await import(process.argv[2]);
const after = look();
const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
console.log(JSON.stringify({ emulatorUrl, changed, options: process.env.NODE_OPTIONS ?? null }));
