/** Twilio's end of a WebSocket to the application. */
export interface Socket {
  /** Sends a text. After the end it does nothing. */
  send(text: string): void;
  /** Closes it. */
  close(code?: number, reason?: string): void;
  /** Takes what the application sends, and how it ends. What came before is taken first. */
  listen(listener: SocketListener): void;
  /** Resolves when both ends have closed it. */
  readonly closed: Promise<void>;
}

/** Who takes what comes over a socket. */
export interface SocketListener {
  message(data: string | Uint8Array): void;
  close(code: number, reason: string): void;
}

/** How a socket ended. */
export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** How long an application has to close its end too, in real milliseconds. */
export const CLOSING_MS = 1000;
