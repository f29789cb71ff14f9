import workers, { type WorkerOptions } from 'node:worker_threads';
import { makeEnvironment } from './environment.js';

/** What is needed to lead the requests of other threads as well. */
interface WorkerSettings {
  readonly emulatorUrl: string;
  readonly preload: string;
}

/** Bun's workers are told of preloads by themselves, and not by the flags of the program. */
type Options = WorkerOptions & { preload?: unknown };

/** Has every thread that the application starts load the preload, whatever flags and variables it is given. */
export function leadWorkers({ emulatorUrl, preload }: WorkerSettings): void {
  const follow = (options: Options = {}): Options => {
    // Node reads the flags of a thread from its variables, where it has any of its own.
    const own = typeof options.env === 'object' ? (options.env as NodeJS.ProcessEnv) : undefined;
    const variables = own && { env: makeEnvironment({ emulatorUrl, preload, env: own }) };
    if ('Bun' in globalThis) return { ...options, ...variables, preload: [preload, options.preload ?? []].flat() };
    // What was loaded by `--require` is handed down to every thread, and what was loaded by `--import` is not.
    if (typeof __filename === 'string' || variables !== undefined) return { ...options, ...variables };
    return { ...options, execArgv: [...(options.execArgv ?? process.execArgv.filter(isForThreads)), '--require', preload] };
  };
  const extend = <T extends Function>(original: T): T =>
    new Proxy(original, {
      construct: (target, [file, options], derived) => Reflect.construct(target, [file, follow(options)], derived),
    });
  Object.assign(workers, { Worker: extend(workers.Worker) });
  if ('Bun' in globalThis) Object.assign(globalThis, { Worker: extend(Worker) });
}

/** Whether a flag may be given to a thread: those of the engine as a whole are refused there. */
function isForThreads(flag: string): boolean {
  return !/^--(?:max|stack|expose|harmony|trace-(?:gc|opt|deopt)|title|jitless|inspect|prof|v8|no-opt)/.test(flag);
}
