import { placeParameters } from '../../../fixtures/places.js';
import { makePage } from '../page.js';
import { readQuery } from '../resource.js';
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
  const areaCode = type === 'TollFree' ? '888' : (readQuery(request, 'AreaCode') ?? (code === '1' ? '415' : ''));
  const contains = readQuery(request, 'Contains')?.replace(/[^\d*]/g, '') ?? '';
  const { numbers } = request.world.directory;
  return Array.from({ length: FOUND }, (_, index) => makeNumber(code, areaCode, index)).filter(
    (number) => !numbers.has(number) && matches(number, contains),
  );
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
