/** Words in paths that say what a URL is for, and nothing of anybody. */
const WAYS: ReadonlySet<string> = new Set([
  ...['twilio', 'api', 'webhook', 'webhooks', 'hook', 'hooks', 'callback', 'callbacks', 'status', 'incoming', 'outgoing', 'inbound'],
  ...['outbound', 'voice', 'call', 'calls', 'sms', 'mms', 'message', 'messages', 'messaging', 'whatsapp', 'rcs', 'fax', 'menu', 'ivr'],
  ...['gather', 'dial', 'record', 'recorded', 'recording', 'recordings', 'transcription', 'transcriptions', 'transcribe', 'voicemail'],
  ...['conference', 'conferences', 'participants', 'queue', 'enqueue', 'wait', 'hold', 'pay', 'stream', 'media', 'events', 'event'],
  ...['fallback', 'action', 'next', 'done', 'result', 'reply', 'server', 'php', 'json', 'xml', 'accounts', 'conversations', 'taskrouter'],
  ...['workspaces', 'tasks', 'workers', 'reservations', 'services', 'rooms', 'video', 'chat', 'verify', 'studio', 'flows', 'executions'],
]);

/** Whether a part of a path is made of such words, small numbers and versions. */
export function isWay(segment: string): boolean {
  if (segment === '2010-04-01') return true;
  return segment.length < 40 && segment.split(/[-_.]/).every((word) => WAYS.has(word.toLowerCase()) || /^v?\d{0,2}$/.test(word));
}

/** Headers that say nothing of anybody, where they are as Twilio writes them. */
const HEADERS: readonly { readonly name: string; readonly isHarmless: (value: string) => boolean }[] = [
  { name: 'content-type', isHarmless: isKnownType },
  { name: 'user-agent', isHarmless: (value) => /^TwilioProxy\/\d{1,2}(?:\.\d{1,2}){0,2}$/.test(value) },
  { name: 'x-home-region', isHarmless: (value) => /^[a-z]{2}\d$/.test(value) },
];

/** Redacts the headers that are kept. The others are left out. */
export function redactHeaders(read: (name: string) => string | undefined): Readonly<Record<string, string>> {
  const kept = HEADERS.flatMap(({ name, isHarmless }) => {
    const value = read(name);
    return value === undefined ? [] : [[name, isHarmless(value) ? value : 'redacted'] as const];
  });
  return Object.fromEntries(kept);
}

/** Whether a media type is a common one. Others, boundaries and further parameters may be somebody's own. */
export function isKnownType(type: string): boolean {
  return /^(?:application\/(?:x-www-form-urlencoded|json|xml)|text\/(?:xml|html|plain))(?:; ?charset=(?:utf-8|iso-8859-1|us-ascii))?$/i.test(
    type,
  );
}
