/** A number of North America as people write it; any other as it is. */
export function nationalFormat(address: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(address) ?? [];
  return area === undefined ? address : `(${area}) ${exchange}-${line}`;
}
