import { UsageError } from '../context.js';
import { type Captured, gatherHeaders } from './captured.js';
import { splitWords } from './shell-words.js';

/** Options whose value says nothing about what is signed. */
const IGNORED = [
  ...[
    '-A',
    '-b',
    '-c',
    '-e',
    '-m',
    '-o',
    '-u',
    '-w',
    '-x',
    '-E',
    '-D',
    '--user-agent',
    '--cookie',
    '--cookie-jar',
    '--referer',
    '--max-time',
  ],
  ...['--output', '--user', '--write-out', '--proxy', '--connect-timeout', '--cacert', '--cert', '--key', '--resolve', '--retry'],
  ...['--dump-header', '--interface', '--ciphers', '--tls-max', '--limit-rate', '--max-redirs', '--oauth2-bearer', '--proxy-user'],
];

/** Other names of the options that are read. */
const NAMES: Readonly<Record<string, string>> = {
  '-X': '--request',
  '-H': '--header',
  '-d': '--data',
  '--data-ascii': '--data',
  '-G': '--get',
  '-F': '--form',
  '-T': '--upload-file',
  '-K': '--config',
};

const READ = ['--request', '--header', '--data', '--data-raw', '--data-binary', '--data-urlencode', '--json', '--url'];

const REFUSED: Readonly<Record<string, string>> = {
  '--form': 'Twilio sends no multipart forms',
  '--upload-file': 'the body is in a file; give it by --data-raw',
  '--config': 'options in a file are not read',
  '--next': 'there are several requests in it; give them one by one',
};

/** What the words of a command say. */
interface Said {
  readonly urls: string[];
  readonly headers: (readonly [string, string])[];
  readonly data: string[];
  method?: string;
  isJson?: true;
  isQuery?: true;
}

/**
 * Reads the request that a curl command would send. Nothing is run, and no file is read.
 *
 * @throws UsageError when it cannot be known what would be sent.
 */
export function readCurl(command: string): Captured {
  const said: Said = { urls: [], headers: [], data: [] };
  const words = splitOptions(splitWords(command).slice(1));
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const name = NAMES[word] ?? word;
    const refusal = REFUSED[name];
    if (refusal !== undefined) throw new UsageError(`This curl command cannot be read, because of ${word}: ${refusal}`);
    if (IGNORED.includes(word)) words.shift();
    else if (READ.includes(name)) take(name, words.shift() ?? '', said);
    else if (name === '--get') said.isQuery = true;
    else if (!word.startsWith('-')) said.urls.push(word);
  }
  return makeRequest(said);
}

/** `-sXPOST` is `-s -X POST`. */
function splitOptions(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (!/^-[A-Za-z]./.test(word)) return [word];
    for (let at = 1; at < word.length; at += 1) {
      const option = `-${word[at]}`;
      const hasValue = IGNORED.includes(option) || READ.includes(NAMES[option] ?? '') || (NAMES[option] ?? '') in REFUSED;
      if (hasValue) return at + 1 < word.length ? [option, word.slice(at + 1)] : [option];
      if (option === '-G') return [option];
    }
    return [];
  });
}

function take(name: string, value: string, said: Said): void {
  if (name === '--request') said.method = value;
  else if (name === '--url') said.urls.push(value);
  else if (name === '--header') said.headers.push(...readHeader(value));
  else said.data.push(readData(name, value));
  if (name === '--json') said.isJson = true;
}

function readHeader(text: string): (readonly [string, string])[] {
  const colon = text.indexOf(':');
  return colon < 1 ? [] : [[text.slice(0, colon).trim(), text.slice(colon + 1).trim()]];
}

function readData(name: string, value: string): string {
  const isFile = name !== '--data-raw' && (value.startsWith('@') || (name === '--data-urlencode' && /^\w+@/.test(value)));
  if (isFile) throw new UsageError(`The body of this curl command is in a file (${value.slice(0, 60)}); give it by --data-raw`);
  if (name !== '--data-urlencode') return value;
  const equals = value.indexOf('=');
  return `${equals < 1 ? '' : value.slice(0, equals + 1)}${encodeURIComponent(value.slice(equals + 1))}`;
}

function makeRequest({ urls, headers, data, method, isJson, isQuery }: Said): Captured {
  const [given] = urls;
  if (given === undefined) throw new UsageError('This curl command has no URL');
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const content = data.join(isJson ? '' : '&');
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  const hasBody = data.length > 0 && !isQuery;
  return {
    method: method ?? (hasBody ? 'POST' : 'GET'),
    url: isQuery && content !== '' ? `${url}${url.includes('?') ? '&' : '?'}${content}` : url,
    headers: { ...(hasBody && { 'content-type': [type] }), ...gatherHeaders(headers) },
    body: hasBody ? content : '',
  };
}
