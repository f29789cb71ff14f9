/** The attributes that an expression is about. */
type Attributes = Readonly<Record<string, unknown>>;

const TOKEN = /\s*(?:(\()|(\))|(\[)|(\])|(,)|(==|!=|>=|<=|=|>|<)|"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_$][\w.$-]*))/y;

interface Token {
  readonly type: 'mark' | 'text' | 'number' | 'word';
  readonly value: string;
}

/**
 * Whether an expression holds of attributes. One that cannot be read holds of nothing, and an empty one of everything:
 * https://www.twilio.com/docs/taskrouter/expression-syntax
 */
export function holds(expression: string, attributes: Attributes): boolean {
  if (expression.trim() === '') return true;
  const tokens = readTokens(expression);
  if (tokens === undefined) return false;
  const reader = new Reader(tokens, attributes);
  const outcome = reader.either();
  return outcome === true && reader.isAtEnd;
}

function readTokens(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return undefined;
    const [, open, close, openList, closeList, comma, operator, double, single, number, word] = match;
    const mark = open ?? close ?? openList ?? closeList ?? comma ?? operator;
    if (mark !== undefined) tokens.push({ type: 'mark', value: mark });
    else if (number !== undefined) tokens.push({ type: 'number', value: number });
    else if (word !== undefined) tokens.push({ type: 'word', value: word });
    else tokens.push({ type: 'text', value: double ?? single ?? '' });
  }
  return tokens;
}

/** Reads an expression from left to right; `undefined` stands for what cannot be read. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #attributes: Attributes;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], attributes: Attributes) {
    this.#tokens = tokens;
    this.#attributes = attributes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  either(): boolean | undefined {
    let outcome = this.#both();
    while (this.#takeWord('OR')) {
      const other = this.#both();
      outcome = outcome === undefined || other === undefined ? undefined : outcome || other;
    }
    return outcome;
  }

  #both(): boolean | undefined {
    let outcome = this.#one();
    while (this.#takeWord('AND')) {
      const other = this.#one();
      outcome = outcome === undefined || other === undefined ? undefined : outcome && other;
    }
    return outcome;
  }

  #one(): boolean | undefined {
    if (this.#depth > 100) return undefined;
    if (this.#takeWord('NOT')) {
      this.#depth += 1;
      const outcome = this.#one();
      return outcome === undefined ? undefined : !outcome;
    }
    if (!this.#takeMark('(')) return this.#comparison();
    this.#depth += 1;
    const outcome = this.either();
    return this.#takeMark(')') ? outcome : undefined;
  }

  #comparison(): boolean | undefined {
    const left = this.#value();
    const token = this.#tokens[this.#at];
    const operator = token?.type === 'word' ? token.value.toUpperCase() : token?.type === 'mark' ? token.value : '';
    const compare = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    // A name alone holds where the attribute is true.
    if (compare === undefined) return left === undefined ? undefined : left.value === true;
    this.#at += 1;
    const isNegated = operator === 'NOT' && this.#takeWord('IN');
    const right = this.#value();
    if (left === undefined || right === undefined) return undefined;
    return operator === 'NOT' ? (isNegated ? !isIn(left.value, right.value) : undefined) : compare(left.value, right.value);
  }

  #value(): { readonly value: unknown } | undefined {
    if (this.#takeMark('[')) return this.#list();
    const token = this.#tokens[this.#at];
    if (token === undefined || token.type === 'mark') return undefined;
    this.#at += 1;
    if (token.type === 'text') return { value: token.value };
    if (token.type === 'number') return { value: Number(token.value) };
    const word = token.value.toLowerCase();
    if (word === 'true' || word === 'false') return { value: word === 'true' };
    return { value: word === 'null' ? null : this.#attribute(token.value) };
  }

  #list(): { readonly value: unknown[] } | undefined {
    const values: unknown[] = [];
    while (!this.#takeMark(']')) {
      const found = this.#value();
      if (found === undefined) return undefined;
      values.push(found.value);
      this.#takeMark(',');
    }
    return { value: values };
  }

  /**
   * Attributes in attributes are named with dots. Those of a worker may begin with `worker.`, of a task with `task.`: where an expression is
   * about both, each has its own.
   */
  #attribute(name: string): unknown {
    const [, scope, rest] = /^(worker|task)\.(.+)$/.exec(name) ?? [];
    const isScoped = scope !== undefined && Object.hasOwn(this.#attributes, scope);
    const parts = (isScoped ? name : (rest ?? name)).split('.');
    return parts.reduce<unknown>(
      (value, part) => (typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Attributes)[part] : null),
      this.#attributes,
    );
  }

  #takeWord(word: string): boolean {
    return this.#take(({ type, value }) => type === 'word' && value.toUpperCase() === word);
  }

  #takeMark(mark: string): boolean {
    return this.#take(({ type, value }) => type === 'mark' && value === mark);
  }

  #take(fits: (token: Token) => boolean): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || !fits(token)) return false;
    this.#at += 1;
    return true;
  }
}

const isSame = (left: unknown, right: unknown) => left === right || (left !== null && right !== null && String(left) === String(right));
const isIn = (left: unknown, right: unknown) => Array.isArray(right) && right.some((one) => isSame(left, one));
const has = (left: unknown, right: unknown) =>
  Array.isArray(left) ? left.some((one) => isSame(one, right)) : typeof left === 'string' && left.includes(String(right));
const byNumber = (compare: (left: number, right: number) => boolean) => (left: unknown, right: unknown) =>
  left !== null && right !== null && compare(Number(left), Number(right));

const OPERATORS: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '==': isSame,
  '=': isSame,
  '!=': (left, right) => !isSame(left, right),
  '>': byNumber((left, right) => left > right),
  '>=': byNumber((left, right) => left >= right),
  '<': byNumber((left, right) => left < right),
  '<=': byNumber((left, right) => left <= right),
  HAS: has,
  CONTAINS: has,
  IN: isIn,
  NOT: isIn,
};
