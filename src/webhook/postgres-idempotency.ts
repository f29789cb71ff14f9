import type { IdempotencyStore } from './idempotency.js';
import { checkClient, readStoredReply, readStoreOptions, type StoreOptions } from './stores.js';

/**
 * A client of PostgreSQL: a `Pool` of `pg`, of what is made alike (PGlite, Neon), or a function that runs a statement with `$1`, `$2`… and its
 * values, for all others. Either returns the rows, or an object that has them. It must not be in a transaction: nobody else would see a claim
 * before that ends.
 */
export type PostgresClient =
  | { query(statement: string, values: unknown[]): Promise<readonly unknown[] | { readonly rows: readonly unknown[] }> }
  | ((statement: string, values: unknown[]) => Promise<readonly unknown[] | { readonly rows: readonly unknown[] }>);

/** How a PostgreSQL keeps its records. */
export interface PostgresStoreOptions extends StoreOptions {
  /** The table, with its schema where that is not on the search path: `app.webhooks`. @default 'ringback_replies' */
  readonly table?: string | undefined;
}

/**
 * Keeps replies in PostgreSQL, for any number of processes: a claim is one atomic statement, so that of all retries that come at once a
 * single one runs the handler. The table is yours to create:
 *
 * ```sql
 * create table ringback_replies (key text primary key, claim text, reply text, until timestamptz not null);
 * create index on ringback_replies (until);
 * ```
 *
 * What is older than `keepMs` is deleted as new replies come in.
 *
 * @example
 * ```ts
 * const idempotency = postgresIdempotency(new Pool());
 * export const POST = webhook(IncomingMessage, { idempotency }, handler);
 * ```
 *
 * @throws TypeError when the name of the table is none.
 */
// @__NO_SIDE_EFFECTS__
export function postgresIdempotency(client: PostgresClient, options: PostgresStoreOptions = {}): IdempotencyStore {
  const { leaseMs, keepMs, prefix } = readStoreOptions(options);
  const sql = writeStatements(readTable(options));
  const run = statementRunner(client);
  // postgres.js answers what it has never sent, where its connection broke just then: with no row, as if all had gone well.
  const confirm = async (statement: string, values: unknown[]) => {
    if ((await run(statement, values)).length === 0) throw new Error(NO_ROW);
  };
  const own = crypto.randomUUID();
  let kept = 0;
  return {
    leaseMs,
    async claim(key, claim) {
      const [row] = await run(sql.claim, [prefix + key, claim ?? own, leaseMs, claim !== undefined]);
      // Nothing is found where another one has claimed the key since this statement began, or where it was not sent.
      const { claimed, reply } = (row ?? {}) as ClaimRow;
      if (claimed === true) return 'new';
      return typeof reply === 'string' ? readStoredReply(reply, NO_REPLY) : 'busy';
    },
    async settle(key, reply, claim = own) {
      if (reply === undefined) {
        await run(sql.giveBack, [prefix + key, claim]);
        return;
      }
      await confirm(sql.keep, [prefix + key, claim, JSON.stringify(reply), keepMs]);
      if (kept++ % REPLIES_PER_SWEEP === 0) await run(sql.sweep, []);
    },
    renew: (key, claim) => confirm(sql.renew, [prefix + key, claim, leaseMs]),
  };
}

/** What a claim is answered with. */
interface ClaimRow {
  readonly claimed?: unknown;
  readonly reply?: unknown;
}

/** How often what is too old is deleted: each time as many rows at most as ten times the replies that came in meanwhile. */
const REPLIES_PER_SWEEP = 100;

/** The statements. A row whose time is over counts as none. The clock is the server's: those of processes differ. */
function writeStatements(table: string) {
  const now = 'clock_timestamp()';
  const after = (milliseconds: string) => `${now} + ${milliseconds}::float8 * interval '1 millisecond'`;
  return {
    // What lost its connection sends a statement again, which the server may have run before: then it is this very claim. Only one that names
    // a run can be told from that of another webhook of the same store, and $4 says whether it does.
    claim: `with taken as (
  insert into ${table} as held (key, claim, until) values ($1, $2, ${after('$3')})
  on conflict (key) do update set claim = excluded.claim, reply = null, until = excluded.until
  where held.until <= ${now} or (held.claim = $2 and $4::boolean)
  returning key
)
select true as claimed, null as reply from taken
union all
select false, reply from ${table} where key = $1 and not exists (select from taken)`,
    renew: returnRow(`update ${table} set until = ${after('$3')} where key = $1 and claim = $2 returning key`),
    giveBack: `delete from ${table} where key = $1 and claim = $2`,
    // A reply whose lease ran out is still worth keeping, unless another process is at work by now.
    keep: returnRow(`insert into ${table} as held (key, reply, until) values ($1, $3, ${after('$4')})
  on conflict (key) do update set claim = null, reply = excluded.reply, until = excluded.until
  where held.claim = $2 or held.until <= ${now}
  returning key`),
    // It takes no row that another statement is at: neither waits for the other.
    sweep: `delete from ${table} where key in (
  select key from ${table} where until <= ${now} order by until limit ${10 * REPLIES_PER_SWEEP} for update skip locked
)`,
  };
}

/** Has a statement return a row in any case: whether it found what it is about. */
function returnRow(statement: string): string {
  return `with changed as (
  ${statement}
)
select exists (select from changed) as changed`;
}

/** Names are part of the statements, so that one that was made of something else must not get there. */
function readTable({ table = 'ringback_replies' }: PostgresStoreOptions): string {
  if (/^[a-z_][a-z0-9_]{0,62}(?:\.[a-z_][a-z0-9_]{0,62})?$/.test(table)) return table;
  throw new TypeError('table must be a name such as ringback_replies or app.ringback_replies, in lower case and without quotes');
}

/** What PostgreSQL says where `serializable` is its default and two statements met. The second time the later one sees the earlier. */
const SERIALIZATION_FAILURE = '40001';

const MOST_ATTEMPTS = 5;

function statementRunner(client: PostgresClient): (statement: string, values: unknown[]) => Promise<readonly unknown[]> {
  if (typeof client !== 'function')
    checkClient(client, 'query', 'a client of PostgreSQL: a Pool of pg, or a function that runs a statement');
  const send = async (statement: string, values: unknown[]) => {
    // That of Neon is a function for templates, and has a query() for statements.
    const found = await ('query' in client ? client.query(statement, values) : client(statement, values));
    return 'rows' in found ? found.rows : found;
  };
  return async (statement, values) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await send(statement, values);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isSerializationFailure(error)) throw error;
      }
    }
  };
}

function isSerializationFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === SERIALIZATION_FAILURE;
}

const NO_REPLY = 'What PostgreSQL holds for a webhook is no reply: does something else write to the same table?';

const NO_ROW =
  'The client of PostgreSQL answered without the row that the statement returns: was it sent, and does its function return rows?';
