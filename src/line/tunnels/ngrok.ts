import { join } from 'node:path';
import { requireFrom } from '../account/twilio-client.js';
import { LineError } from '../line-error.js';
import type { Tunnel, TunnelKind, TunnelRequest } from './tunnel.js';

/** The part that is used of `@ngrok/ngrok`: https://ngrok.github.io/ngrok-javascript/ */
interface Ngrok {
  forward(options: { readonly addr: string; readonly authtoken: string }): Promise<NgrokListener>;
}

interface NgrokListener {
  url(): string | null;
  close(): Promise<void>;
}

/** A tunnel of ngrok's, by its package for Node, which runs in this process. */
export const ngrok: TunnelKind = {
  name: 'ngrok',
  async findMissing({ env, folder }) {
    if (load(folder) === undefined) return '@ngrok/ngrok is not installed';
    return env.NGROK_AUTHTOKEN ? undefined : 'NGROK_AUTHTOKEN is not set';
  },
  async open({ port, env, folder }: TunnelRequest): Promise<Tunnel> {
    const listener = await start(folder, `127.0.0.1:${port}`, env.NGROK_AUTHTOKEN ?? '');
    const origin = listener.url();
    if (origin === null) {
      await listener.close();
      throw new LineError('LINE_TUNNEL', 'ngrok opened a tunnel without a URL');
    }
    // Its package connects again by itself, and tells nobody when it cannot.
    return { name: 'ngrok', origin, ended: new Promise(() => undefined), close: () => listener.close() };
  },
};

async function start(folder: string, addr: string, authtoken: string): Promise<NgrokListener> {
  const package_ = load(folder);
  if (package_ === undefined) throw new LineError('LINE_TUNNEL', '@ngrok/ngrok is not installed');
  try {
    return await package_.forward({ addr, authtoken });
  } catch (error) {
    // What it says may repeat the token.
    const message = String((error as Error).message).replaceAll(authtoken, '[hidden]');
    throw new LineError('LINE_TUNNEL', `ngrok: ${message}`);
  }
}

function load(folder: string): Ngrok | undefined {
  return requireFrom<Ngrok>([join(folder, 'package.json'), import.meta.url], '@ngrok/ngrok');
}
