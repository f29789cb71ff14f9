// The application of the reliability tests: one of several processes that share a store. Its handler writes to a file of its own, at once, so
// that a kill takes away nothing of what it did: when a run began, when it was done, when this process stood still, what the store did.
import { AsyncLocalStorage } from 'node:async_hooks';
import { openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { openStore } from './open-store.js';
import { watchClaims } from './watch-claims.js';

const { LEDGER = '', LEASE_MS, AUTH_TOKEN, WHEN_STORE_FAILS, PORT } = process.env;

const file = openSync(LEDGER, 'a');

/** @param {object} entry */
function note(entry) {
  writeSync(file, `${JSON.stringify({ at: Date.now(), process: process.pid, ...entry })}\n`);
}

// A process that was stopped, or that had no processor, cannot renew its claims: the judge has to know.
const LOOK_MS = 50;
let lastLook = Date.now();
setInterval(() => {
  const now = Date.now();
  if (now - lastLook > 4 * LOOK_MS) note({ what: 'stood still', since: lastLook });
  lastLook = now;
}, LOOK_MS);

/** The claim of each request, which its handler does not get to see. */
const requests = /** @type {AsyncLocalStorage<{ claim?: string | undefined }>} */ (new AsyncLocalStorage());

/** @param {string | undefined} claim */
function rememberClaim(claim) {
  const request = requests.getStore();
  if (request !== undefined) request.claim = claim;
}

const options = {
  authToken: AUTH_TOKEN,
  idempotency: watchClaims(await openStore({ leaseMs: Number(LEASE_MS) }), note, rememberClaim),
  whenStoreFails: /** @type {'run' | 'refuse'} */ (WHEN_STORE_FAILS),
  /** @param {unknown} error */
  onError: (error) => note({ what: 'error', message: error instanceof Error ? error.message : String(error) }),
};

const answer = webhook(IncomingMessage, options, async ({ Body }, { idempotencyToken: webhook }) => {
  const run = crypto.randomUUID();
  note({ what: 'begin', webhook, run, claim: requests.getStore()?.claim });
  await new Promise((resolve) => setTimeout(resolve, Number(Body)));
  note({ what: 'done', webhook, run });
  return messagingResponse().message(run);
});

const server = createServer((request, response) => requests.run({}, () => answer(request, response)));
server.listen(Number(PORT), '127.0.0.1', () => console.log('listening'));
