/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What {@link makeEnvironment} needs. */
export interface EnvironmentOptions {
  /** Where the emulator listens, such as `http://127.0.0.1:4080`. */
  readonly emulatorUrl: string;
  /** The absolute path of the preload as CommonJS. */
  readonly preload: string;
  readonly env: Environment;
}

/** Adds to some variables those that have every program load the preload. */
export function makeEnvironment({ emulatorUrl, preload, env }: EnvironmentOptions): Record<string, string | undefined> {
  return {
    ...env,
    RINGBACK_EMULATOR_URL: emulatorUrl,
    NODE_OPTIONS: addOption(env['NODE_OPTIONS'], `--require ${quote(preload)}`),
    BUN_OPTIONS: addOption(env['BUN_OPTIONS'], /\s/.test(preload) ? `"--preload=${preload}"` : `--preload=${preload}`),
  };
}

/** The preload goes first, so that it is there before all that others load. */
function addOption(options: string | undefined, option: string): string {
  if (options === undefined || options === '') return option;
  return options.includes(option) ? options : `${option} ${options}`;
}

/** Quotes a path as `NODE_OPTIONS` wants it where it has spaces or backslashes. */
function quote(path: string): string {
  return /[\s"\\]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&')}"` : path;
}
