const SHOPS = [
  { name: 'Berlin, Oranienstrasse 12', latitude: 52.5, longitude: 13.42 },
  { name: 'Hamburg, Lange Reihe 3', latitude: 53.56, longitude: 10.01 },
  { name: 'Munich, Sendlinger Strasse 40', latitude: 48.13, longitude: 11.57 },
];

/** The shop that is nearest to a place, as the crow flies. */
export function findNearest(latitude: number, longitude: number): string {
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  const distanceTo = (shop: (typeof SHOPS)[number]) => Math.hypot(shop.latitude - latitude, (shop.longitude - longitude) * narrowing);
  const [nearest] = SHOPS.toSorted((a, b) => distanceTo(a) - distanceTo(b));
  return nearest?.name ?? '';
}
