import type { Command, CommandResult, Refusal } from '../../emulator/control/protocol.js';
import { say } from '../state/notices.js';

/** Does something in the emulator. A refusal is shown to whoever is at the console. @returns `undefined` where it was refused. */
export async function send(command: Command): Promise<CommandResult | undefined> {
  try {
    const response = await fetch('/control/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    const answer = (await response.json()) as CommandResult | Refusal;
    if (response.ok) return answer as CommandResult;
    say('bad', (answer as Refusal).message);
  } catch {
    say('bad', 'ringback dev does not answer. Is it still running?');
  }
  return undefined;
}
