import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Finds the ports on which a process, or one that it has started, listens.
 *
 * @returns `undefined` where this system does not tell.
 */
export async function findSystemPorts(pid: number): Promise<readonly number[] | undefined> {
  try {
    return process.platform === 'linux' ? await readProc(pid) : await askLsof(pid);
  } catch {
    return undefined;
  }
}

async function readProc(root: number): Promise<readonly number[]> {
  const processes = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(readParent));
  const tree = listTree(root, processes);
  const inodes = new Set((await Promise.all([...tree].map(listSockets))).flat());
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')));
  return [...new Set(tables.flatMap((table) => readTable(table, inodes)))];
}

type Process = readonly [pid: number, parent: number];

async function readParent(pid: string): Promise<Process> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of a program stands in parentheses, and may have any characters.
  return [Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)];
}

/** A process with all that it has started. */
function listTree(root: number, processes: readonly Process[]): ReadonlySet<number> {
  const tree = new Set([root]);
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const [pid, parent] of processes) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

async function listSockets(pid: number): Promise<string[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

/** Of a table of the kernel's, the ports that listen (state 0A) by one of these sockets. */
function readTable(table: string, inodes: ReadonlySet<string>): number[] {
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === '0A' && inodes.has(columns[9] ?? ''))
    .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16));
}

async function askLsof(root: number): Promise<readonly number[]> {
  const { stdout: processes } = await run('ps', ['-axo', 'pid=,ppid=']);
  const pairs = processes.split('\n').map((line) => line.trim().split(/\s+/).map(Number) as unknown as Process);
  const tree = [...listTree(root, pairs)].join(',');
  const { stdout } = await run('lsof', ['-nP', '-a', '-iTCP', '-sTCP:LISTEN', '-p', tree, '-Fn']).catch(() => ({ stdout: '' }));
  return [...new Set([...stdout.matchAll(/^n.*:(\d+)$/gm)].map(([, port]) => Number(port)))];
}
