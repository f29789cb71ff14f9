/**
 * Makes an empty object for parameters, which are written under names that the code does not know.
 *
 * V8 makes a dictionary of a literal `{}` that gets more than sixteen. It takes twice the time to fill and to read, and ten times the time to
 * copy. The object of a constructor has the room that its assignments ask for, and is no dictionary before it has some thirty properties. In
 * all that can be seen it is a literal's equal: its prototype is that of every object.
 */
export function makeRoomyObject<Value>(): Record<string, Value> {
  return new Roomy() as Record<string, Value>;
}

const Roomy = /* @__PURE__ */ (() => {
  function Roomy(this: Record<string, unknown>): void {
    // Never called without `new`: V8 counts the assignments, and nothing runs them.
    if (new.target !== undefined) return;
    this.a = this.b = this.c = this.d = this.e = this.f = this.g = this.h = undefined;
    this.i = this.j = this.k = this.l = this.m = this.n = this.o = this.p = undefined;
  }
  Roomy.prototype = Object.prototype;
  return Roomy as unknown as new () => Record<string, never>;
})();
