import { say } from '../state/notices.js';

/** Puts a text on the clipboard, and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say('good', `${what} copied`);
  } catch {
    say('bad', `The browser does not let this page copy. Select the text instead.`);
  }
}
