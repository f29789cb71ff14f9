/** A way from a public URL to a port of this machine. */
export interface Tunnel {
  /** What opened it. */
  readonly name: string;
  /** Scheme and host, as `https://abc.example.net`. */
  readonly origin: string;
  /** The number of the program that it is, where it is one of ours. */
  readonly pid?: number | undefined;
  /** Says why, when it ends by itself. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** What a tunnel is to be. */
export interface TunnelRequest {
  /** The port of this machine that it leads to. */
  readonly port: number;
  /** The folder of the project, whose packages may be used. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gives up when it aborts. */
  readonly signal: AbortSignal;
  /** How long it may take. @default 30000 */
  readonly waitMs?: number | undefined;
}

/** A kind of tunnel. */
export interface TunnelKind {
  readonly name: string;
  /** Says what is missing, where it cannot be used here. */
  findMissing(request: Pick<TunnelRequest, 'env' | 'folder'>): Promise<string | undefined>;
  /** @throws LineError when it does not come up. */
  open(request: TunnelRequest): Promise<Tunnel>;
}
