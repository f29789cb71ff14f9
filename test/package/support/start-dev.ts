import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Snapshot } from '../../../src/emulator/control/protocol.js';
import { connect } from '../../emulator/control/client.js';

const MAIN = resolve('dist/cli/main.js');

/** `ringback dev` as it runs. */
export interface Dev {
  readonly child: ChildProcess;
  readonly url: string;
  readonly token: string;
  readonly console: ReturnType<typeof connect>;
  /** What it has printed so far, on both outputs. */
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Waits until the state is so. */
  until(isSo: (state: Snapshot) => boolean): Promise<Snapshot>;
  untilPrinted(text: string): Promise<void>;
}

/** Starts the command of the package as people do, in a folder. */
export async function startDev(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Dev> {
  const { TWILIO_ACCOUNT_SID: _, TWILIO_AUTH_TOKEN: __, PORT: ___, NODE_OPTIONS: ____, ...own } = process.env;
  const child = spawn(process.execPath, [MAIN, 'dev', '--port', '0', '--no-open', ...args], {
    cwd,
    env: { ...own, ...env },
    stdio: 'pipe',
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const untilSo = async (isSo: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await isSo()) return;
      if (isOver) break;
      await new Promise((go) => setTimeout(go, 50));
    }
    throw new Error(`It did not come to that. Printed was:\n${output}`);
  };
  const address = /console\s+(http:\/\/\S+?)\/\?token=([0-9a-f]+)/;
  await untilSo(() => address.test(output));
  const [, url = '', token = ''] = address.exec(output) ?? [];
  const console = connect({ url, token });
  return {
    ...{ child, url, token, console, ended, output: () => output },
    untilPrinted: (text) => untilSo(() => output.includes(text)),
    async until(isSo) {
      let state = await console.state();
      await untilSo(async () => {
        state = await console.state();
        return isSo(state);
      });
      return state;
    },
  };
}
