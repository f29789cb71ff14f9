import { eventKey, listEarlierStatuses } from 'ringback/payloads';

/**
 * Stores a callback and moves the status of its message or call forward, in one atomic statement. A callback that was stored before changes
 * nothing. A status that was overtaken is stored as a callback and does not replace the later one: the row is locked while the two are
 * compared, so that it does not matter how many processes do this at once.
 */
const KEEP = `
with callback as (
  insert into callbacks (key, sid, status, parameters) values ($1, $2, $3, $4)
  on conflict (key) do nothing
  returning sid, status
)
insert into statuses (sid, status) select sid, status from callback
on conflict (sid) do update set status = excluded.status, changed_at = now()
where statuses.status = any ($5)`;

/**
 * @param {import('pg').Pool} pool
 * @param {string} sid
 * @param {string} status
 * @param {import('ringback').FormParameters} parameters
 */
export async function keepStatus(pool, sid, status, parameters) {
  await pool.query(KEEP, [eventKey(parameters), sid, status, JSON.stringify(parameters), listEarlierStatuses(status)]);
}
