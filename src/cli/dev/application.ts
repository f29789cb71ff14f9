import { createRequire } from 'node:module';
import type { ApplicationState } from '../../emulator/control/protocol.js';
import type { WorldKeeper } from '../../emulator/world-keeper.js';
import type { CommandContext } from '../context.js';
import { type FoundPort, PortWatch } from './port-watch.js';
import { runCommand } from './run-command.js';
import type { DevSettings } from './settings.js';
import type { DevTerminal } from './terminal.js';

interface Preload {
  preloadEnvironment(url: string, env: CommandContext['env']): Record<string, string | undefined>;
}

/** The application that webhooks go to: where it is, and whether it runs. */
export class Application {
  readonly ports: PortWatch;
  readonly #keeper: WorldKeeper;
  readonly #terminal: DevTerminal;
  readonly #settings: DevSettings;
  readonly #command: readonly string[];
  #state: ApplicationState;

  constructor(keeper: WorldKeeper, settings: DevSettings, command: readonly string[], env: CommandContext['env'], terminal: DevTerminal) {
    this.#keeper = keeper;
    this.#terminal = terminal;
    this.#settings = settings;
    this.#command = command;
    this.ports = new PortWatch(Number(env.PORT ?? 0), (found) => this.#follow(found));
    this.#state = {
      ...(command.length > 0 && { command: command.join(' ') }),
      url: settings.app,
      state: command.length > 0 ? 'starting' : 'up',
      ...(settings.isAppGiven && { foundBy: 'option' }),
    };
  }

  get state(): ApplicationState {
    return this.#state;
  }

  get url(): string {
    return this.#state.url;
  }

  /** In a line, for the terminal. */
  describe(): string {
    const { url, command } = this.#state;
    if (command === undefined) return `${url}, which you run yourself`;
    return this.#settings.isAppGiven ? `${command}, at ${url}` : `${command}; waiting for the port that it listens on`;
  }

  /** Runs the command until it ends. @returns Its exit code. */
  async run(url: string, context: Pick<CommandContext, 'env' | 'signal'>, more: Readonly<Record<string, string>>): Promise<number> {
    const { pid, ended } = await runCommand(this.#command, this.#makeEnvironment(url, context.env, more), context.signal);
    this.ports.watch(pid);
    const code = await ended;
    this.ports.stop();
    this.#become({ state: 'ended' });
    return code;
  }

  /** Says so where nobody has found a port. */
  complain(): void {
    if (this.#state.state !== 'starting' || this.#settings.isAppGiven) return;
    const why = this.ports.canAskSystem === false ? ', and this system does not tell on which ports programs listen' : '';
    this.#terminal.warn(`The command listens on no port yet${why}. Webhooks go to ${this.url}; --app says where else.`);
  }

  #makeEnvironment(url: string, env: CommandContext['env'], more: Readonly<Record<string, string>>): Record<string, string | undefined> {
    const { accountSid, authToken } = this.#settings.account;
    const [phoneNumber = ''] = this.#keeper.world.directory.numbers.keys();
    const own = {
      ...env,
      ...more,
      TWILIO_ACCOUNT_SID: env.TWILIO_ACCOUNT_SID || accountSid,
      TWILIO_AUTH_TOKEN: env.TWILIO_AUTH_TOKEN || authToken,
      TWILIO_PHONE_NUMBER: env.TWILIO_PHONE_NUMBER || phoneNumber,
      RINGBACK_PORTS_KEY: this.ports.key,
    };
    // Of real calls the emulator knows nothing: what is asked about them goes to Twilio.
    return this.#settings.isOnLine ? own : loadPreload().preloadEnvironment(url, own);
  }

  #follow(found: FoundPort | undefined): void {
    if (this.#state.state === 'ended') return;
    if (found === undefined) {
      this.#become({ state: 'down' });
      this.#terminal.warn(`The application does not listen any more. Webhooks fail until it does again.`);
      return;
    }
    const { port, foundBy } = found;
    // Where somebody has said where the application is, a port only tells that it runs.
    const url = this.#settings.isAppGiven ? this.url : `http://localhost:${port}`;
    const isNews = url !== this.url || this.#state.state !== 'up';
    if (url !== this.url) this.#keeper.moveApplication(url);
    this.#become({ state: 'up', url, ...(!this.#settings.isAppGiven && { foundBy }) });
    if (isNews) this.#terminal.tell(`the application listens on port ${port}`);
  }

  #become(change: Partial<ApplicationState>): void {
    this.#state = { ...this.#state, ...change };
    this.#keeper.tell({ type: 'state', what: 'application' });
  }
}

/** Only asked for the variables: where it is told of an emulator itself, it would lead this process. */
function loadPreload(): Preload {
  delete process.env['RINGBACK_EMULATOR_URL'];
  return createRequire(import.meta.url)('ringback/preload') as Preload;
}
