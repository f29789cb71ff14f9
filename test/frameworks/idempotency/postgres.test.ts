import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectSocket, type Socket } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import postgresJs from 'postgres';
import { type PostgresClient, type PostgresStoreOptions, postgresIdempotency } from 'ringback/webhook';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/binaries.js';
import { type Postgres, startPostgres } from '../support/postgres.js';
import { pause, promises } from './promises.js';
import { twoProcesses } from './two-processes.js';

/** The table as the guide creates it. */
const [, table = ''] = /```sql\n(create table ringback_replies .*?)```/s.exec(readFileSync(join(root, 'docs/webhooks.md'), 'utf8')) ?? [];

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.connect().query(table);
});
afterEach(() => postgres.disconnect());
afterAll(() => postgres.stop());

const reply = { status: 200, contentType: 'text/xml', body: '<Response/>' };

/** A store on a pool of its own. */
const connect = (settings?: string) => async () => {
  const pool = postgres.connect(settings);
  return { store: (leaseMs?: number) => postgresIdempotency(pool, { leaseMs }), close: () => pool.end() };
};

describe('postgresIdempotency on a pool of pg', () => {
  promises(connect());
});

describe('postgresIdempotency on a client of pg', () => {
  promises(async () => {
    const client = new Client(postgres.url);
    await client.connect();
    return { store: (leaseMs) => postgresIdempotency(client, { leaseMs }), close: () => client.end() };
  });
});

describe('postgresIdempotency on a function', () => {
  promises(async () => {
    const pool = postgres.connect();
    const run = async (statement: string, values: unknown[]) => (await pool.query(statement, values)).rows;
    return { store: (leaseMs) => postgresIdempotency(run, { leaseMs }), close: () => pool.end() };
  });
});

describe('postgresIdempotency on a function that returns what a pool of pg does', () => {
  promises(async () => {
    const pool = postgres.connect();
    const run = (statement: string, values: unknown[]) => pool.query(statement, values);
    return { store: (leaseMs) => postgresIdempotency(run, { leaseMs }), close: () => pool.end() };
  });
});

describe('postgresIdempotency on postgres', () => {
  promises(async () => {
    const sql = postgresJs(postgres.url);
    const run = (statement: string, values: unknown[]) => sql.unsafe(statement, values as never[]);
    return { store: (leaseMs) => postgresIdempotency(run, { leaseMs }), close: () => sql.end() };
  });
});

test('postgresIdempotency on postgres does not believe what that says of a statement that it has not sent', async () => {
  const sockets: Socket[] = [];
  const open = async () => {
    const socket = connectSocket(Number(new URL(postgres.url).port), '127.0.0.1');
    await once(socket, 'connect');
    sockets.push(socket);
    return socket;
  };
  const sql = postgresJs(postgres.url, { max: 1, socket: open } as never);
  const store = postgresIdempotency((statement, values) => sql.unsafe(statement, values as never[]));
  const other = postgresIdempotency(postgres.connect());
  const askAsItBreaks = async (key: string, question: () => unknown) => {
    expect(await store.claim(key, 'first')).toBe('new');
    const socket = sockets.at(-1);
    // Between the error of its socket and the end of it postgres.js still hands statements to a connection.
    const asked = new Promise((resolve) => {
      socket?.once('error', () => resolve(Promise.resolve(question()).then(() => 'done', String)));
    });
    const closed = new Promise((resolve) => socket?.once('close', resolve));
    socket?.destroy(new Error('The connection broke'));
    await closed;
    // That connects it again.
    await store.claim('AC1:another', 'first');
    return asked;
  };
  const renewed = await askAsItBreaks('AC1:cut', () => store.renew?.('AC1:cut', 'first'));
  expect(renewed).toContain('answered without the row');
  const kept = await askAsItBreaks('AC1:cut too', () => store.settle('AC1:cut too', reply, 'first'));
  expect(kept).toContain('answered without the row');
  expect(await other.claim('AC1:cut too', 'second')).toBe('busy');
  await store.settle('AC1:cut too', reply, 'first');
  expect(await other.claim('AC1:cut too', 'second')).toEqual(reply);
  await sql.end();
});

describe('postgresIdempotency on a function for templates that has a query() for statements', () => {
  promises(async () => {
    const pool = postgres.connect();
    const template = () => Promise.reject(new Error('It is called as a template alone'));
    const sql = Object.assign(template, {
      query: async (statement: string, values: unknown[]) => (await pool.query(statement, values)).rows,
    });
    return { store: (leaseMs) => postgresIdempotency(sql, { leaseMs }), close: () => pool.end() };
  });
});

describe('postgresIdempotency where transactions are serializable', () => {
  promises(connect('-c default_transaction_isolation=serializable'));
});

describe.each(['read committed', 'repeatable read', 'serializable'])('where transactions are %s', (isolation) => {
  const settings = `-c default_transaction_isolation=${isolation.replace(' ', '\\ ')}`;

  test('a claim is busy that another one has just taken', async () => {
    const pool = postgres.connect();
    const other = await pool.connect();
    await other.query('begin');
    await other.query(`insert into ringback_replies values ($1, 'other', null, now() + interval '1 hour')`, [
      `ringback:AC1:met ${isolation}`,
    ]);
    const claim = postgresIdempotency(postgres.connect(settings)).claim(`AC1:met ${isolation}`);
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'`;
    while ((await pool.query(waiting)).rowCount === 0) await pause(5);
    await other.query('commit');
    other.release();
    expect(await claim).toBe('busy');
  });

  test('a claim is atomic: of a hundred at once one is new', async () => {
    const stores = Array.from({ length: 10 }, () => postgresIdempotency(postgres.connect(settings)));
    for (const key of ['one', 'two', 'three'].map((name) => `AC1:${isolation} ${name}`)) {
      const claims = await Promise.all(Array.from({ length: 100 }, (_, index) => stores[index % 10]?.claim(key)));
      expect(claims.filter((claim) => claim === 'new')).toHaveLength(1);
      expect(claims.filter((claim) => claim === 'busy')).toHaveLength(99);
    }
  });
});

test('of many that find a lease over at once, one is new', async () => {
  const stores = Array.from({ length: 10 }, () => postgresIdempotency(postgres.connect()));
  await postgresIdempotency(postgres.connect(), { leaseMs: 1 }).claim('AC1:over');
  await pause(10);
  const claims = await Promise.all(stores.map((store) => store.claim('AC1:over')));
  expect(claims.filter((claim) => claim === 'new')).toHaveLength(1);
});

describe('the table', () => {
  const open = (options: PostgresStoreOptions, pool: PostgresClient = postgres.connect()) => postgresIdempotency(pool, options);

  test('may be another one, in a schema', async () => {
    const pool = postgres.connect();
    await pool.query(`create schema app; ${table.replaceAll('ringback_replies', 'app.webhooks')}`);
    const store = open({ table: 'app.webhooks' }, pool);
    expect([await store.claim('AC1:there'), await open({}).claim('AC1:there')]).toEqual(['new', 'new']);
    expect((await pool.query('select key from app.webhooks')).rows).toEqual([{ key: 'ringback:AC1:there' }]);
  });

  test.each(['', 'a b', 'a;drop table b', '"a"', 'A', 'a.b.c', 'a.', `a${'b'.repeat(63)}`])('has no name such as %j', (name) => {
    expect(() => open({ table: name })).toThrow('table must be a name such as ringback_replies');
  });

  test('forgets what is too old as new replies come in, and nothing else', async () => {
    const pool = postgres.connect();
    await pool.query('truncate ringback_replies');
    const [shortLived, store] = [open({ keepMs: 1 }, pool), open({}, pool)];
    for (const key of ['AC1:a', 'AC1:b', 'AC1:c']) {
      await shortLived.claim(key);
      await shortLived.settle(key, reply);
    }
    await store.claim('AC1:busy');
    await pause(10);
    await store.claim('AC1:new');
    await store.settle('AC1:new', reply);
    expect((await pool.query('select key from ringback_replies order by key')).rows).toEqual([
      { key: 'ringback:AC1:busy' },
      { key: 'ringback:AC1:new' },
    ]);
  });

  test('is named by the error when it holds what is no reply', async () => {
    const pool = postgres.connect();
    await pool.query(`insert into ringback_replies values ('ringback:AC1:odd', null, '{"a":1}', now() + interval '1 hour')`);
    await expect(open({}, pool).claim('AC1:odd')).rejects.toThrow('does something else write to the same table?');
  });
});

describe('two server processes with pg', () => {
  twoProcesses('pg', () => postgres);
});
