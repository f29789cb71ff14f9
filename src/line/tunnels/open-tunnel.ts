import { LineError } from '../line-error.js';
import { cloudflared } from './cloudflared.js';
import { ngrok } from './ngrok.js';
import { tailscale } from './tailscale.js';
import type { Tunnel, TunnelKind, TunnelRequest } from './tunnel.js';

/** The tunnels that can be opened here, the first that is there first. */
const TUNNELS: readonly TunnelKind[] = [ngrok, cloudflared, tailscale];

/** The names of the tunnels. */
export const tunnelNames: readonly string[] = TUNNELS.map(({ name }) => name);

/**
 * Opens the tunnel that was named, else the first that there is.
 *
 * @throws LineError when there is none, or when it does not come up.
 */
export async function openTunnel(name: string | undefined, request: TunnelRequest): Promise<Tunnel> {
  const wanted = TUNNELS.filter((kind) => name === undefined || kind.name === name);
  const missing: string[] = [];
  for (const kind of wanted) {
    const why = await kind.findMissing(request);
    if (why === undefined) return kind.open(request);
    missing.push(why);
  }
  throw new LineError(
    'LINE_TUNNEL',
    `There is no tunnel to be had: ${missing.join(', ')}. Install one, or open one yourself and name it by --tunnel-url.`,
  );
}

/** Which tunnels could be opened here, and what the others lack. */
export async function listTunnels(
  request: Pick<TunnelRequest, 'env' | 'folder'>,
): Promise<readonly { readonly name: string; readonly missing: string | undefined }[]> {
  return Promise.all(TUNNELS.map(async ({ name, findMissing }) => ({ name, missing: await findMissing(request) })));
}
