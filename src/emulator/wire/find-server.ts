import type { App } from '../options.js';

/** Where an application's own server listens, such as `http://127.0.0.1:3000`; nothing for those that are called in this process. */
export async function findServer(app: App): Promise<string | undefined> {
  if ('url' in app) return new URL(app.url).origin;
  if (!('server' in app)) return undefined;
  const { server } = app;
  if (!server.listening) await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return address === null || typeof address === 'string' ? undefined : `http://127.0.0.1:${address.port}`;
}
