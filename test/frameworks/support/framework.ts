/** A server of one framework, with the endpoints of `endpoints.js` and those that show how it gets on with the framework's own parts. */
export interface RunningFramework {
  readonly origin: string;
  /** The refusals that `onRejected` heard of, as `code message`. */
  readonly rejections: readonly string[];
  stop(): unknown;
}

/** How a framework is tested. */
export interface Framework {
  readonly name: string;
  start(): Promise<RunningFramework>;
  /** The scheme that the server takes itself to be called by, where it is not http. */
  readonly signedScheme?: 'http' | 'https';
  /** Whether it shows the URL as it came, so that quotes and bars in it verify. */
  readonly rawUrls: boolean;
  /** What its own body parser leaves of a form, at `/parsed`; absent where it has none or nobody can run it first. */
  readonly parsed?: 'recovered' | 'consumed';
  /** Whether the handler reads the body off the socket itself, and so has to hang up on one that is too large. */
  readonly streams?: boolean;
  /** Whether it is Node's http server whose requests its adapter reads. */
  readonly onNode?: boolean;
  /** Whether `/verified` answers with what `verify` left at the request. */
  readonly verifies?: boolean;
  /** The status that the framework gives to errors of handlers at `/throws`. */
  readonly errors?: number;
  /** What a refusal of a parsed or consumed body says to add; `/parsed-json`, `/nested` and `/consumed` are there to be refused. */
  readonly advice?: string;
}
