import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { givenTunnel } from '../../src/line/tunnels/given.js';
import { listTunnels, openTunnel } from '../../src/line/tunnels/open-tunnel.js';
import { endOrphan } from '../../src/line/tunnels/orphan.js';
import type { TunnelRequest } from '../../src/line/tunnels/tunnel.js';
import { endLater, makeFolder } from './setup.js';

/** Puts a program on a PATH of its own, which runs some JavaScript. */
function install(name: string, script: string): { readonly folder: string; readonly env: Record<string, string> } {
  const folder = makeFolder();
  writeFileSync(
    join(folder, name),
    `#!${process.execPath}\nconst say = (text, to = 'stderr') => process[to].write(text + '\\n');\n${script}\n`,
  );
  chmodSync(join(folder, name), 0o755);
  return { folder, env: { PATH: folder } };
}

const STAY = 'setInterval(() => process.ppid === 1 && process.exit(), 200);';

const BANNER = `
say('2023-04-18T14:06:46Z INF Thank you for trying Cloudflare Tunnel: https://developers.cloudflare.com/cloudflare-one/');
say('2023-04-18T14:06:46Z INF Requesting new quick Tunnel on trycloudflare.com...');
say('2023-04-18T14:06:49Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |');
say('2023-04-18T14:06:49Z INF |  https://buffalo-marco-cardiff.trycloudflare.com                                           |');`;

function open(
  name: string,
  { folder, env }: { readonly folder: string; readonly env: Record<string, string> },
  more: Partial<TunnelRequest> = {},
) {
  return openTunnel(name, { port: 4321, folder, env, signal: new AbortController().signal, waitMs: 5_000, ...more });
}

describe('cloudflared', () => {
  test.each([
    'INF Registered tunnel connection connIndex=0 event=0 ip=198.41.192.7 location=fra03 protocol=quic',
    'INF Connection c206cf44-945f-4c3c-a85c-af60c6338dc2 registered connIndex=0 location=ORD',
  ])('is a tunnel from when it says: %s', async (line) => {
    const program = install(
      'cloudflared',
      `${BANNER}\nsay(process.argv.slice(2).join(' '));\nsetTimeout(() => say(${JSON.stringify(line)}), 50);${STAY}`,
    );
    const tunnel = await open('cloudflared', program);
    expect(tunnel.origin).toBe('https://buffalo-marco-cardiff.trycloudflare.com');
    await tunnel.close();
    expect(await tunnel.ended).toMatch(/ended \(SIGTERM\)/);
  });

  test('is told where to lead, and not by a file of another tunnel', async () => {
    const program = install('cloudflared', `say(process.argv.slice(2).join(' ')); process.exit(3);`);
    await expect(open('cloudflared', program)).rejects.toThrow('cloudflared ended (3): tunnel --no-autoupdate --url http://127.0.0.1:4321');
  });

  test('that cannot reach Cloudflare is none', async () => {
    const line = 'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: no such host';
    const program = install('cloudflared', `say(${JSON.stringify(line)}); ${STAY}`);
    await expect(open('cloudflared', program)).rejects.toThrow(`cloudflared: ${line}`);
  });

  test('that is never registered is given up and ended, even when it does not mind', async () => {
    const program = install('cloudflared', `process.on('SIGTERM', () => undefined); ${BANNER} ${STAY}`);
    await expect(open('cloudflared', program, { waitMs: 300 })).rejects.toThrow('told no public URL within 0.3 s');
  });

  test('is given up when somebody interrupts', async () => {
    const controller = new AbortController();
    const opening = open('cloudflared', install('cloudflared', STAY), { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(opening).rejects.toThrow('It was given up');
  });

  test('says why, when it ends by itself', async () => {
    const program = install(
      'cloudflared',
      `${BANNER} say('INF Registered tunnel connection'); setTimeout(() => { say('ERR no more free connections'); process.exit(1); }, 50);`,
    );
    const tunnel = await open('cloudflared', program);
    expect(await tunnel.ended).toContain('ERR no more free connections');
    await tunnel.close();
  });

  test('that a killed line has left is ended, and no other program', async () => {
    const left = await open('cloudflared', install('cloudflared', `${BANNER} say('INF Registered tunnel connection'); ${STAY}`));
    await endOrphan({ tunnelPid: left.pid, port: 1 });
    await endOrphan({ tunnelPid: process.pid, port: 4321 });
    expect(process.kill(Number(left.pid), 0)).toBe(true);
    await endOrphan({ tunnelPid: left.pid, port: 4321 });
    expect(await left.ended).toMatch(/ended \(SIGTERM\)/);
  });
});

describe('tailscale', () => {
  const said = [
    'Available on the internet:',
    '',
    'https://ada.tail737e71.ts.net/',
    '|-- proxy http://127.0.0.1:4321',
    '',
    'Press Ctrl+C to exit.',
  ];

  test('is a tunnel in the foreground', async () => {
    const script = `if (process.argv.slice(2).join(' ') !== 'funnel 4321') process.exit(9); say(${JSON.stringify(said.join('\n'))}, 'stdout'); ${STAY}`;
    const tunnel = await open('tailscale', install('tailscale', script));
    endLater(() => tunnel.close());
    expect(tunnel).toMatchObject({ name: 'tailscale', origin: 'https://ada.tail737e71.ts.net' });
  });

  test('says where Funnel is to be allowed', async () => {
    const page = 'https://login.tailscale.com/f/funnel?node=n123';
    const script = `say('Funnel is not enabled on your tailnet.\\nTo enable, visit:\\n\\n         ${page}'); ${STAY}`;
    await expect(open('tailscale', install('tailscale', script))).rejects.toThrow(`Funnel is not enabled; allow it at ${page}`);
  });
});

describe('ngrok', () => {
  /** A package of that name, with the interface of the real one. */
  function installPackage(forward: string): { readonly folder: string; readonly env: Record<string, string> } {
    const folder = makeFolder();
    const own = join(folder, 'node_modules/@ngrok/ngrok');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), '{"name":"@ngrok/ngrok","main":"index.js"}');
    writeFileSync(join(own, 'index.js'), `exports.forward = async (config) => { ${forward} };`);
    return { folder, env: { NGROK_AUTHTOKEN: 'ngrok-t0ken-0123' } };
  }

  test('opens a tunnel by its package', async () => {
    const program = installPackage(
      "return { url: () => 'https://' + config.addr.replace(/\\W/g, '-') + '-' + config.authtoken + '.ngrok.app', close: async () => undefined };",
    );
    const tunnel = await open('ngrok', program);
    expect(tunnel.origin).toBe('https://127-0-0-1-4321-ngrok-t0ken-0123.ngrok.app');
    await tunnel.close();
  });

  test('says why there is none, without its token', async () => {
    const program = installPackage("throw new Error('authentication failed: ' + config.authtoken);");
    await expect(open('ngrok', program)).rejects.toThrow('ngrok: authentication failed: [hidden]');
    const without = installPackage('return { url: () => null, close: async () => undefined };');
    await expect(open('ngrok', without)).rejects.toThrow('without a URL');
    await expect(open('ngrok', { ...without, env: {} })).rejects.toThrow('NGROK_AUTHTOKEN is not set');
  });
});

describe('A tunnel', () => {
  test('is the first that there is', async () => {
    const program = install('tailscale', `say('https://ada.tail7.ts.net/', 'stdout'); ${STAY}`);
    const tunnel = await openTunnel(undefined, { ...program, port: 1, signal: new AbortController().signal });
    endLater(() => tunnel.close());
    expect(tunnel.name).toBe('tailscale');
    expect(await listTunnels(program)).toEqual([
      { name: 'ngrok', missing: '@ngrok/ngrok is not installed' },
      { name: 'cloudflared', missing: 'cloudflared is not on the PATH' },
      { name: 'tailscale', missing: undefined },
    ]);
  });

  test('is asked for when there is none', async () => {
    await expect(open('tailscale', { folder: makeFolder(), env: { PATH: '' } })).rejects.toThrow(
      'tailscale is not on the PATH. Install one',
    );
  });

  test.each(['nonsense', 'ftp://a.example', 'https://a.example/sms', 'https://user:pass@a.example', 'https://a.example?x'])(
    'cannot be given as %s',
    (url) => {
      expect(() => givenTunnel(url)).toThrow(/^--tunnel-url is /);
    },
  );
});
