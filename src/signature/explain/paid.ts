/** Takes items as long as making the next one can be paid for. */
export function* whilePaid<Item>(items: Generator<Item>, cost: number, spend: (cost: number) => boolean): Generator<Item> {
  while (spend(cost)) {
    const { done, value } = items.next();
    if (done === true) return;
    yield value as Item;
  }
}
