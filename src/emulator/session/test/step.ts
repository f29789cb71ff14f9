/** One step of a test: what a person does or finds, or what the application has asked Twilio for. */
export type Step =
  | {
      readonly does: 'text';
      readonly phone: string;
      readonly to: string;
      readonly body: string;
      readonly media: readonly string[];
      /** What was tapped of a template, as `phone.text()` takes it. */
      readonly tapped: Readonly<Record<string, string>>;
    }
  | { readonly does: 'receive'; readonly phone: string; readonly body: string; readonly isRead: boolean }
  | { readonly does: 'call'; readonly phone: string; readonly to: string; readonly call: string }
  /** The call is answered, or has ended without. */
  | { readonly does: 'reach'; readonly call: string }
  | { readonly does: 'ring'; readonly phone: string; readonly call: string }
  | { readonly does: 'answer' | 'decline' | 'hang-up'; readonly call: string }
  | { readonly does: 'give-up'; readonly phone: string; readonly call: string }
  | { readonly does: 'press'; readonly call: string; readonly keys: string }
  | { readonly does: 'say'; readonly call: string; readonly text: string }
  | { readonly does: 'hear'; readonly call: string; readonly text: string; readonly withinMs: number }
  | { readonly does: 'stay'; readonly call: string; readonly ms: number }
  | { readonly does: 'ask'; readonly path: string; readonly parameters: Readonly<Record<string, string | readonly string[]>> }
  /** A call to a telephone at which nobody did anything. */
  | { readonly does: 'expect-outcome'; readonly phone: string; readonly status: string }
  | { readonly does: 'expect-status'; readonly call: string; readonly status: string };

/** Steps that belong together, and what they are about. */
export interface Conversation {
  readonly title: string;
  readonly steps: readonly Step[];
}
