/** What stands in an element as its text, or in an element of its own, and the attributes that people write it in instead. */
interface Content {
  /** What it is, in a sentence. */
  readonly what: string;
  /** How to write it. */
  readonly write: string;
  readonly attributes: readonly string[];
}

const URLS = ['url', 'uri', 'href', 'src', 'link', 'action'];
const NUMBERS = ['number', 'phonenumber', 'phone', 'to', 'value', 'tel'];
const WORDS = ['text', 'message', 'content', 'value', 'body', 'speech', 'say'];

const CONTENTS: Readonly<Record<string, readonly Content[]>> = {
  Body: [{ what: 'its text', write: '<Body>…</Body>', attributes: WORDS }],
  Client: [{ what: 'the identity', write: '<Client>…</Client>', attributes: ['identity', 'name', 'client', 'id', 'to', 'value'] }],
  Conference: [
    {
      what: 'the name of the conference',
      write: '<Conference>…</Conference>',
      attributes: ['name', 'room', 'roomname', 'friendlyname', 'conferencename', 'conference', 'id', 'value'],
    },
  ],
  Dial: [
    { what: 'the number', write: '<Dial>…</Dial>', attributes: NUMBERS },
    { what: 'a client', write: '<Client>…</Client>', attributes: ['client', 'identity'] },
    { what: 'a conference', write: '<Conference>…</Conference>', attributes: ['conference', 'room', 'conferencename'] },
    { what: 'a queue', write: '<Queue>…</Queue>', attributes: ['queue', 'queuename'] },
    { what: 'a SIP address', write: '<Sip>…</Sip>', attributes: ['sip', 'uri'] },
  ],
  Enqueue: [
    { what: 'the name of the queue', write: '<Enqueue>…</Enqueue>', attributes: ['name', 'queue', 'queuename', 'friendlyname', 'value'] },
  ],
  Gather: [
    { what: 'what is said', write: '<Say>…</Say>', attributes: ['say', 'text', 'prompt', 'message'] },
    { what: 'what is played', write: '<Play>…</Play>', attributes: ['play', 'audio'] },
  ],
  Identity: [{ what: 'the identity', write: '<Identity>…</Identity>', attributes: ['identity', 'name', 'id', 'value'] }],
  Media: [{ what: 'the URL of the file', write: '<Media>…</Media>', attributes: [...URLS, 'mediaurl', 'value'] }],
  Message: [
    { what: 'the text of the message', write: '<Body>…</Body>', attributes: WORDS },
    { what: 'the URL of a file', write: '<Media>…</Media>', attributes: ['mediaurl', 'media', 'mediaurls', 'url', 'image', 'src'] },
  ],
  Number: [{ what: 'the number', write: '<Number>…</Number>', attributes: NUMBERS }],
  Play: [{ what: 'the URL of the file', write: '<Play>…</Play>', attributes: [...URLS, 'file', 'audio', 'value'] }],
  Queue: [
    { what: 'the name of the queue', write: '<Queue>…</Queue>', attributes: ['name', 'queue', 'queuename', 'friendlyname', 'value'] },
  ],
  Redirect: [{ what: 'the URL', write: '<Redirect>…</Redirect>', attributes: [...URLS, 'to', 'value'] }],
  Room: [{ what: 'the name of the room', write: '<Room>…</Room>', attributes: ['name', 'room', 'roomname', 'value'] }],
  Say: [{ what: 'what is said', write: '<Say>…</Say>', attributes: WORDS }],
  Sim: [{ what: 'the SID of the SIM', write: '<Sim>…</Sim>', attributes: ['sim', 'sid', 'simsid', 'value'] }],
  Sip: [{ what: 'the SIP URI', write: '<Sip>…</Sip>', attributes: ['uri', 'sip', 'address', 'sipuri', 'to', 'value', 'endpoint'] }],
  Sms: [{ what: 'the text of the message', write: '<Sms>…</Sms>', attributes: WORDS }],
  Task: [{ what: 'the attributes of the task, as JSON,', write: '<Task>…</Task>', attributes: ['json', 'attributes', 'value', 'body'] }],
  WhatsApp: [{ what: 'the number', write: '<WhatsApp>…</WhatsApp>', attributes: NUMBERS }],
};

/** Tells how to write what was given as an attribute and is content: the line of a message, without its code. */
export function describeContent(tag: string, attribute: string): string | undefined {
  const contents = Object.hasOwn(CONTENTS, tag) ? CONTENTS[tag] : undefined;
  const content = contents?.find(({ attributes }) => attributes.includes(attribute.replace(/[_-]/g, '').toLowerCase()));
  if (content === undefined) return undefined;
  const where = content.write.startsWith(`<${tag}>`) ? 'as text' : 'in an element of its own';
  return `In <${tag}>, ${content.what} is written ${where}, ${content.write}, not in an attribute; found ${attribute.slice(0, 64)}. Twilio ignores it.`;
}
