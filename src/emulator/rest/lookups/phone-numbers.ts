import { countryOf } from '../../messages/channel.js';
import { nationalFormat } from '../api/national-format.js';
import { readQuery } from '../resource.js';
import { notFound } from '../rest-error.js';
import type { RestRequest, Route } from '../rest-request.js';

/** What can be looked up besides, by the names that `Fields` has. */
const PACKAGES = [
  'caller_name',
  'sim_swap',
  'call_forwarding',
  'line_type_intelligence',
  'line_status',
  'identity_match',
  'reassigned_number',
  'sms_pumping_risk',
  'phone_number_quality_score',
  'pre_fill',
] as const;

/** A package that the account has not: https://www.twilio.com/docs/api/errors/60606 */
const NOT_ENABLED = 60606;

/** Lookup v2; what costs money at Twilio is answered as for an account that has not got it: https://www.twilio.com/docs/lookup/v2-api */
export const lookupRoutes: readonly Route[] = [
  { method: 'GET', host: 'lookups', path: '/v2/PhoneNumbers/:number', run: (request) => ({ status: 200, body: lookUp(request) }) },
];

function lookUp(request: RestRequest): object {
  const { names, path, world } = request;
  const asked = names.number?.trim() ?? '';
  if (asked === '') throw notFound(path);
  const number = toE164(asked, readQuery(request, 'CountryCode'));
  const problem = findProblem(number);
  const fields = readQuery(request, 'Fields')?.split(',') ?? [];
  const isValid = problem === undefined;
  const country = isValid ? countryOf(number) : '';
  const { person } = world.phones.get(number) ?? {};
  const kind = person?.is === 'landline' ? 'landline' : 'mobile';
  const known: Readonly<Record<string, object>> = {
    line_type_intelligence: { type: kind, carrier_name: null, mobile_country_code: null, mobile_network_code: null, error_code: null },
    caller_name: { caller_name: null, caller_type: null, error_code: null },
  };
  return {
    ...Object.fromEntries(
      PACKAGES.map((name) => [name, isValid && fields.includes(name) ? (known[name] ?? { error_code: NOT_ENABLED }) : null]),
    ),
    calling_country_code: isValid ? callingCode(number) : null,
    country_code: country === '' ? null : country,
    national_format: isValid ? nationalFormat(number) : asked,
    phone_number: isValid ? number : asked,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(asked)}`,
    valid: isValid,
    validation_errors: isValid ? [] : [problem],
  };
}

/** What is written as people do it is taken for a number of North America, or of the country that is given. */
function toE164(text: string, country = 'US'): string {
  const digits = text.replace(/[\s().-]/g, '');
  if (digits.startsWith('+') || !/^\d+$/.test(digits) || !['US', 'CA'].includes(country.toUpperCase())) return digits;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : `+1${digits}`;
}

function callingCode(number: string): string | null {
  const [, code = null] = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d)/.exec(number) ?? [];
  return code;
}

/** Why a number cannot be, as Lookup names it. */
function findProblem(number: string): string | undefined {
  if (!/^\+?\d+$/.test(number)) return 'NOT_A_NUMBER';
  if (!number.startsWith('+') || number.startsWith('+0')) return 'INVALID_COUNTRY_CODE';
  const digits = number.length - 1;
  if (number.startsWith('+1')) {
    if (digits < 11) return 'TOO_SHORT';
    if (digits > 11) return 'TOO_LONG';
    return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(number) ? undefined : 'INVALID_BUT_POSSIBLE';
  }
  if (digits < 7) return 'TOO_SHORT';
  return digits > 15 ? 'TOO_LONG' : undefined;
}
