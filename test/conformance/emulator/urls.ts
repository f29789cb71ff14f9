export const PUBLIC_URL = 'https://app.example';

export function makeAbsolute(url: string): string {
  return new URL(url, PUBLIC_URL).href;
}

/** Whether a URL is of this path; its query counts where the row names one. */
export function isSameUrl(wanted: string, actual: string): boolean {
  const [one, other] = [new URL(wanted, PUBLIC_URL), new URL(actual, PUBLIC_URL)];
  const isSamePlace = other.hash === '' && other.origin === one.origin && other.pathname === one.pathname;
  return isSamePlace && (one.search === '' || other.search === one.search);
}
