import { readBase64 } from '../parts/files.js';
import { send } from '../wire/command.js';

/** Plays a file into a call, as if the person held it to the telephone. What is no sound of a telephone is refused by the emulator. */
export async function playFile(callSid: string, file: Blob): Promise<void> {
  await send({ do: 'play', callSid, base64: await readBase64(file) });
}
