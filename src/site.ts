/** Where the documentation is read. The `homepage` of package.json says the same. */
export const SITE = 'https://ringback.dev';

/** The address of a page of the documentation, such as `signature#wrong-host`. */
export function pageUrl(page: string): string {
  return `${SITE}/${page}`;
}
