import { findAreaCodes, placeParameters } from '../../../fixtures/places.js';
import { makePage } from '../page.js';
import { fits, readQuery } from '../resource.js';
import { notFound } from '../rest-error.js';
import type { RestRequest, Route } from '../rest-request.js';
import { nationalFormat } from './national-format.js';

const PATH = '/2010-04-01/Accounts/:account/AvailablePhoneNumbers';

/** The kinds of numbers, and the paths under a country. */
const TYPES = ['Local', 'TollFree', 'Mobile', 'National', 'Voip', 'SharedCost', 'MachineToMachine'] as const;

const COUNTRIES: Readonly<Record<string, { readonly name: string; readonly code: string }>> = {
  US: { name: 'United States', code: '1' },
  CA: { name: 'Canada', code: '1' },
  GB: { name: 'United Kingdom', code: '44' },
  DE: { name: 'Germany', code: '49' },
  FR: { name: 'France', code: '33' },
  AU: { name: 'Australia', code: '61' },
};

/** How many numbers a search finds at most, as at Twilio. */
const FOUND = 30;

/** Numbers that could be bought; they are made up: https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource */
export const availableNumberRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${PATH}.json`,
    run: (request) => ({
      status: 200,
      body: {
        countries: Object.keys(COUNTRIES).map((country) => describeCountry(request, country)),
        uri: `${request.path}`,
      },
    }),
  },
  {
    method: 'GET',
    path: `${PATH}/:country.json`,
    run: (request) => ({ status: 200, body: describeCountry(request, readCountry(request)) }),
  },
  ...TYPES.map(
    (type): Route => ({
      method: 'GET',
      path: `${PATH}/:country/${type}.json`,
      run: (request) => makePage(request, 'available_phone_numbers', search(request, type), (number) => describe(number, request)),
    }),
  ),
];

function readCountry({ names, path }: RestRequest): string {
  const country = names.country?.toUpperCase() ?? '';
  if (Object.hasOwn(COUNTRIES, country)) return country;
  throw notFound(path);
}

function describeCountry({ account }: RestRequest, country: string): object {
  const uri = `/2010-04-01/Accounts/${account}/AvailablePhoneNumbers/${country}`;
  return {
    beta: false,
    country: COUNTRIES[country]?.name ?? null,
    country_code: country,
    subresource_uris: { local: `${uri}/Local.json`, toll_free: `${uri}/TollFree.json`, mobile: `${uri}/Mobile.json` },
    uri: `${uri}.json`,
  };
}

function search(request: RestRequest, type: string): readonly string[] {
  const country = readCountry(request);
  const { code = '1' } = COUNTRIES[country] ?? {};
  if (!fits(request, { ...CAPABLE, Beta: 'false' })) return [];
  const areaCode = type === 'TollFree' ? '888' : findAreaCode(request, code);
  if (areaCode === undefined) return [];
  const contains = readPattern(readQuery(request, 'Contains') ?? '');
  const { numbers } = request.world.directory;
  return Array.from({ length: FOUND }, (_, index) => makeNumber(code, areaCode, index)).filter(
    (number) => !numbers.has(number) && matches(number, contains),
  );
}

/** What every number can. */
const CAPABLE = { SmsEnabled: 'true', MmsEnabled: 'true', VoiceEnabled: 'true', FaxEnabled: 'false' };

/** The area code that was asked for, or one of the place; nothing where there is none. */
function findAreaCode(request: RestRequest, code: string): string | undefined {
  const given = readQuery(request, 'AreaCode');
  if (given !== undefined && !/^\d{1,5}$/.test(given)) return undefined;
  const [city, state, zip] = ['InLocality', 'InRegion', 'InPostalCode'].map((name) => readQuery(request, name));
  const isAnywhere = city === undefined && state === undefined && zip === undefined;
  if (isAnywhere) return given ?? (code === '1' ? '415' : '');
  const found = findAreaCodes({ ...(city && { city }), ...(state && { state }), ...(zip && { zip }) });
  return given === undefined ? found[0] : found.find((one) => one === given);
}

/** The digits of a pattern; letters stand for those on whose keys they are. */
function readPattern(text: string): string {
  const keyOf = (letter: string) => '22233344455566677778889999'[letter.toUpperCase().charCodeAt(0) - 65] ?? '';
  return text.replace(/[a-z]/gi, keyOf).replace(/[^\d*]/g, '');
}

function makeNumber(code: string, areaCode: string, index: number): string {
  return code === '1' ? `+1${areaCode}555${String(2000 + index)}` : `+${code}${areaCode}555${String(200_000 + index)}`;
}

/** A star stands for one digit. */
function matches(number: string, contains: string): boolean {
  const digits = number.slice(1);
  for (let start = 0; start + contains.length <= digits.length; start += 1) {
    if ([...contains].every((sign, index) => sign === '*' || sign === digits[start + index])) return true;
  }
  return false;
}

function describe(number: string, request: RestRequest): object {
  const { FromCity, FromState, FromZip } = placeParameters('From', number);
  return {
    address_requirements: 'none',
    beta: false,
    capabilities: { voice: true, SMS: true, MMS: true },
    friendly_name: nationalFormat(number),
    iso_country: readCountry(request),
    lata: null,
    latitude: null,
    locality: FromCity || null,
    longitude: null,
    phone_number: number,
    postal_code: FromZip || null,
    rate_center: null,
    region: FromState || null,
  };
}
