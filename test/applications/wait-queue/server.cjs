// Serves the functions as Twilio's own tools do on a developer's machine, in the runtime that they are deployed to.
const { readdirSync } = require('node:fs');
const { join, parse } = require('node:path');
const { LocalDevelopmentServer } = require('@twilio/runtime-handler/dev');

const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, TEAM_PHONE, PUBLIC_URL, PORT } = process.env;
const folder = join(__dirname, 'functions');
const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
const functions = files.map((file) => {
  const { name } = parse(file);
  return { name, path: `/${name}`, filePath: join(folder, file), access: 'protected', content: '' };
});
const server = new LocalDevelopmentServer(PORT, {
  baseDir: __dirname,
  env: { ACCOUNT_SID: TWILIO_ACCOUNT_SID, AUTH_TOKEN: TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, TEAM_PHONE },
  port: Number(PORT),
  url: PUBLIC_URL,
  appName: 'wait-queue',
  routes: { functions, assets: [] },
  detailedLogs: false,
  live: false,
  logs: false,
  legacyMode: false,
  forkProcess: false,
  enableDebugLogs: false,
});
server.getApp().listen(PORT, '127.0.0.1', () => console.log(`listening ${PORT}`));
