import type { Finding, Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';

/** What a setting takes, in words and as a test, and Twilio's code for anything else. */
type Setting = readonly [expected: string, fits: (value: string) => boolean, code?: number];

const EDGES = ['ashburn', 'dublin', 'frankfurt', 'sao-paulo', 'singapore', 'sydney', 'tokyo', 'umatilla'];
const OCCASIONS = ['4xx', '5xx', 'ct', 'rt', 'all'];

const isWhole = (value: string, min: number, max: number): boolean =>
  /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max;
/** The edges of Interconnect end in `-ix`. */
const isEdge = (value: string): boolean => EDGES.includes(value) || value.endsWith('-ix');

const SETTINGS: Readonly<Record<string, Setting>> = {
  ct: ['milliseconds from 100 to 10000', (value) => isWhole(value, 100, 10_000)],
  rt: ['milliseconds from 100 to 15000', (value) => isWhole(value, 100, 15_000)],
  tt: ['milliseconds from 100 to 15000', (value) => isWhole(value, 100, 15_000)],
  rc: ['a number of retries from 0 to 5', (value) => isWhole(value, 0, 5)],
  rp: [`${OCCASIONS.join(', ')}, or several with commas`, (value) => value.split(',').every((item) => OCCASIONS.includes(item)), 11243],
  sni: ['y or n', (value) => value === 'y' || value === 'n'],
  e: [`edges with commas: ${EDGES.join(', ')}`, (value) => value.split(',').every(isEdge), 11240],
};

export const connectionOverride: Rule<'connection-override'> = {
  id: 'connection-override',
  severity: 'warning',
  codes: [],
  text: 'Behind the `#` of a callback stand settings for the connection, such as `#ct=2000&rc=2&rp=all`, each in its range.',
  trips: '<Response><Dial action="https://example.com/done#rc=9">+14155550123</Dial></Response>',
  passes: '<Response><Dial action="https://example.com/done#rc=2&amp;rp=5xx,rt">+14155550123</Dial></Response>',
  attribute({ name, value, kind }, element) {
    const hash = kind?.type === 'url' ? value.indexOf('#') : -1;
    if (hash === -1 || isTemplate(value)) return undefined;
    const settings = value.slice(hash + 1, MAX_LENGTH).split('&');
    return settings.flatMap((setting) => describe(setting, `${name} of <${element.name}>`) ?? []);
  },
};

/** Beyond this no URL is called, so that nothing more need be read of one. */
const MAX_LENGTH = 8192;

function describe(setting: string, where: string): Finding | undefined {
  const [key = '', ...rest] = setting.trim().split('=');
  const value = rest.join('=');
  if (!Object.hasOwn(SETTINGS, key) || rest.length === 0) return undefined;
  const [expected, fits, code] = SETTINGS[key] as Setting;
  if (fits(value)) return undefined;
  const message = `${key} in the fragment of ${where} takes ${expected}; found "${value.slice(0, 40)}".`;
  return { message, code, severity: code === undefined ? undefined : 'error' };
}
