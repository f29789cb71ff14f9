/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What {@link makeEnvironment} needs. */
export interface EnvironmentOptions {
  /** Where the emulator listens, such as `http://127.0.0.1:4080`. */
  readonly emulatorUrl: string;
  /** The absolute path of this entry as CommonJS, which is `require.resolve('ringback/preload')`. */
  readonly preload: string;
  /** The variables to begin with. What stands in `NODE_OPTIONS` and `BUN_OPTIONS` stays there. */
  readonly env: Environment;
}

/** Gives the variables under which a program, and all that it starts, reaches the emulator where it asks for Twilio. */
export function makeEnvironment({ emulatorUrl, preload, env }: EnvironmentOptions): Record<string, string | undefined> {
  return {
    ...env,
    RINGBACK_EMULATOR_URL: emulatorUrl,
    NODE_OPTIONS: addOption(env['NODE_OPTIONS'], `--require ${quote(preload)}`),
    BUN_OPTIONS: addOption(env['BUN_OPTIONS'], `--preload=${quote(preload)}`),
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
