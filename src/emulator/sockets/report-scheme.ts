import type { VerbContext } from '../verbs/verb.js';

/** `ws:` is what a laptop has, and what Twilio refuses. */
export function reportScheme(url: string, { leg, document, event }: VerbContext): void {
  if (!/^ws:/i.test(url)) return;
  const { world } = leg;
  const isKnown = world.findings.some(({ twilioCode, event: about }) => twilioCode === 31922 && [event, document.event].includes(about));
  if (isKnown) return;
  const message = 'The URL of a socket begins with ws://. Twilio connects to wss:// alone; the emulator does connect.';
  world.report({ twilioCode: 31922, severity: 'warning', message }, [event]);
}
