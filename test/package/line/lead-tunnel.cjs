// Leads what a program asks of the tunnel's public name to the port that the tunnel has on this machine: there is no network in a test.
const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

const { request } = https;
https.request = (options, ...rest) => {
  if (options?.hostname !== 'quiet-sea.trycloudflare.com') return request(options, ...rest);
  const headers = { ...options.headers, host: options.hostname };
  return http.request({ ...options, hostname: '127.0.0.1', port: process.env.TUNNEL_PORT, headers }, ...rest);
};
syncBuiltinESMExports();
