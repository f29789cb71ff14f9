// Writes down how a claim went: whether its reply was kept, and for how long the store had not heard of it at the longest. While that is shorter
// than a lease, nobody else can have had it, unless the store forgot it.

/**
 * @param {import('ringback/webhook').IdempotencyStore} store One whose claims end.
 * @param {(entry: object) => void} note
 * @returns {import('ringback/webhook').IdempotencyStore}
 */
export function watchClaims(store, note) {
  /** By the name of the claim: when the command began that held it last, and the longest time from such a begin to the end of the next one. */
  const held = /** @type {Map<string | undefined, { since: number, silentMs: number }>} */ (new Map());
  /** @param {string} key @param {string | undefined} claim @param {number} start */
  const hear = (key, claim, start) => {
    const known = held.get(claim) ?? { since: start, silentMs: 0 };
    held.set(claim, { since: start, silentMs: Math.max(known.silentMs, Date.now() - known.since) });
    note({ what: 'held', webhook: webhookOf(key), claim, since: start });
  };
  return {
    leaseMs: store.leaseMs,
    async claim(key, claim) {
      const start = Date.now();
      const found = await store.claim(key, claim);
      // One that is asked for again begins anew.
      held.delete(claim);
      if (found === 'new') hear(key, claim, start);
      return found;
    },
    async renew(key, claim) {
      const start = Date.now();
      await store.renew?.(key, claim);
      if (held.has(claim)) hear(key, claim, start);
    },
    async settle(key, reply, claim) {
      const start = Date.now();
      const isHeld = held.has(claim);
      let isKept = false;
      try {
        await store.settle(key, reply, claim);
        isKept = reply !== undefined;
      } finally {
        if (isHeld) hear(key, claim, start);
        note({
          what: 'settled',
          webhook: webhookOf(key),
          claim,
          run: runOf(reply),
          isKept,
          silentMs: isHeld ? held.get(claim)?.silentMs : undefined,
        });
        if (isKept) held.delete(claim);
      }
    },
  };
}

/** @param {string} key */
function webhookOf(key) {
  return key.slice(key.indexOf(':') + 1);
}

/**
 * The run whose reply it is.
 *
 * @param {import('ringback/webhook').StoredReply | undefined} reply
 */
function runOf(reply) {
  return /<Message>(.+)<\/Message>/.exec(String(reply?.body))?.[1];
}
