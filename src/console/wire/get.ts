import type { Refusal } from '../../emulator/control/protocol.js';

/** What a request for something comes to where it is refused. */
export class RefusedError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Fetches JSON from the emulator. @throws RefusedError where it is refused. */
export async function getJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path);
  if (!response.ok) throw new RefusedError(response.status, await readRefusal(response));
  return (await response.json()) as Answer;
}

/** Fetches a text from the emulator. @throws RefusedError where it is refused. */
export async function getText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new RefusedError(response.status, await readRefusal(response));
  return response.text();
}

async function readRefusal(response: Response): Promise<string> {
  try {
    return ((await response.json()) as Refusal).message;
  } catch {
    return `The emulator answered ${response.status}.`;
  }
}
