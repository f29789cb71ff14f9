#!/usr/bin/env node
// Says what cloudflared says about a quick tunnel, and leads a port of this machine to the server, as the real one leads its public name.
import { connect, createServer } from 'node:net';

const url = new URL(process.argv[process.argv.indexOf('--url') + 1]);
const tunnel = createServer((socket) => {
  const server = connect(Number(url.port), url.hostname);
  socket.pipe(server).pipe(socket);
  for (const end of [socket, server]) {
    end.on('error', () => undefined);
    end.on('close', () => (end === socket ? server : socket).destroy());
  }
});
const log = (text) => process.stderr.write(`2026-11-30T12:00:00Z ${text}\n`);
tunnel.listen(Number(process.env.TUNNEL_PORT), '127.0.0.1', () => {
  log('INF Thank you for trying Cloudflare Tunnel. See https://developers.cloudflare.com/cloudflare-one/');
  log('INF Requesting new quick Tunnel on trycloudflare.com...');
  log('INF +--------------------------------------------------------------------------------------------+');
  log('INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |');
  log('INF |  https://quiet-sea.trycloudflare.com                                                       |');
  log('INF +--------------------------------------------------------------------------------------------+');
  setTimeout(() => log('INF Registered tunnel connection connIndex=0 event=0 ip=198.41.192.7 location=fra03 protocol=quic'), 100);
});
process.on('SIGTERM', () => process.exit(0));
// A test that is killed leaves no tunnel behind.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(0), 500);
