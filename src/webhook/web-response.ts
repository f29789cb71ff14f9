/** The class of web responses, or what stands in for it. */
type ResponseClass = new (body?: string | null, init?: { readonly status?: number; readonly headers?: Record<string, string> }) => Response;

let standIn: ResponseClass | undefined;

/** Makes a response of our own. */
export function makeWebResponse(...parts: ConstructorParameters<ResponseClass>): Response {
  return new (standIn ?? Response)(...parts);
}

/** Has responses made of another class, on platforms that have put a class of their own in the global place of `Response`. */
export function useResponseClass(made: ResponseClass): void {
  standIn = made;
}
