import type { RestAnswer, RestRequest } from './rest-request.js';

/** How many there are on a page, where nothing is said. */
const USUAL = 50;
const MOST = 1000;

/** A page of a list of the old API: https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information */
export function makePage(request: RestRequest, name: string, records: readonly object[]): RestAnswer {
  const { path, query } = request;
  const size = Math.min(MOST, readNumber(query.PageSize, USUAL, 1));
  const page = readNumber(query.Page, 0, 0);
  const start = page * size;
  const shown = records.slice(start, start + size);
  const hasMore = start + size < records.length;
  const uri = (number: number) => {
    const pairs = Object.entries(query).flatMap(([key, values]) => [values].flat().map((value) => [key, value as string]));
    const kept = pairs.filter(([key]) => !['Page', 'PageSize', 'PageToken'].includes(key as string)) as [string, string][];
    const token = number === 0 ? [] : [['PageToken', `PA${name}${number}`]];
    return `${path}?${new URLSearchParams([...kept, ['PageSize', String(size)], ['Page', String(number)], ...token] as string[][])}`;
  };
  return {
    status: 200,
    body: {
      [name]: shown,
      end: Math.max(0, start + shown.length - 1),
      first_page_uri: uri(0),
      next_page_uri: hasMore ? uri(page + 1) : null,
      page,
      page_size: size,
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      start,
      uri: uri(page),
    },
  };
}

function readNumber(value: string | readonly string[] | undefined, otherwise: number, least: number): number {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  return number >= least ? number : otherwise;
}
