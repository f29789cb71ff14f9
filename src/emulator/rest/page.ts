import type { RestAnswer, RestRequest } from './rest-request.js';

const USUAL = 50;
const MOST = 1000;

/**
 * Answers with a page of records: https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information
 *
 * @param name - Under which the records lie.
 */
export function makePage<Item>(
  request: RestRequest,
  name: string,
  items: readonly Item[],
  describe: (item: Item, request: RestRequest) => object,
): RestAnswer {
  const { query, path, isOld } = request;
  const size = Math.min(MOST, readNumber(query.PageSize, USUAL, 1));
  const page = readNumber(query.Page, 0, 0);
  const start = page * size;
  const shown = items.slice(start, start + size).map((item) => describe(item, request));
  const base = isOld ? path : `${request.origin}${path}`;
  const uri = (number: number) => `${base}?${writeQuery(request, name, size, number)}`;
  const links = { first: uri(0), next: start + size < items.length ? uri(page + 1) : null, previous: page > 0 ? uri(page - 1) : null };
  if (isOld) {
    return {
      status: 200,
      body: {
        [name]: shown,
        end: Math.max(0, start + shown.length - 1),
        first_page_uri: links.first,
        next_page_uri: links.next,
        page,
        page_size: size,
        previous_page_uri: links.previous,
        start,
        uri: uri(page),
      },
    };
  }
  const meta = {
    first_page_url: links.first,
    key: name,
    next_page_url: links.next,
    page,
    page_size: size,
    previous_page_url: links.previous,
    url: uri(page),
  };
  return { status: 200, body: { meta, [name]: shown } };
}

function writeQuery({ query }: RestRequest, name: string, size: number, number: number): string {
  const pairs = Object.entries(query).flatMap(([key, values]) => [values].flat().map((value): string[] => [key, value]));
  const kept = pairs.filter(([key = '']) => !['Page', 'PageSize', 'PageToken'].includes(key));
  const token = number === 0 ? [] : [['PageToken', `PA${name}${number}`]];
  return new URLSearchParams([...kept, ['PageSize', String(size)], ['Page', String(number)], ...token]).toString();
}

function readNumber(value: string | readonly string[] | undefined, otherwise: number, least: number): number {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  return number >= least ? number : otherwise;
}
