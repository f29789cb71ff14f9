import * as z from 'zod';

/** Schemas that nobody has used yet, with what makes their definition. */
const pending = /* @__PURE__ */ new WeakMap<object, () => unknown>();

/** Stand-ins for the prototypes of classes. Schemas of one class share one, so that engines give them one layout. */
const prototypes = /* @__PURE__ */ new WeakMap<object, object>();

/** Any object schema has the names that people look for to tell a schema from other objects. */
let anySchema: z.ZodType | undefined;

/**
 * Makes a schema that builds itself when it is first used. zod takes longer to build the schemas of all webhooks than to be loaded itself,
 * and an application needs few of them. The schema is the very object that zod would have made, of the same class, and nothing can be seen
 * of the difference: it waits until somebody asks for anything of it that was not given here.
 *
 * @param Class - The class, made by zod's `$constructor`.
 * @param makeDefinition - Makes its definition. Of a schema made in another way that is its `def`.
 * @param known - What can be asked without building the schema.
 */
// @__NO_SIDE_EFFECTS__
export function lazily<Schema extends z.ZodType, Definition, Known extends object>(
  Class: z.core.$constructor<Schema, Definition>,
  makeDefinition: () => Definition,
  known?: Known,
): Schema {
  const schema = Object.setPrototypeOf({ ...known }, prototypeFor(Class));
  pending.set(schema, makeDefinition);
  return schema;
}

/** A codec that is built when it is first used. */
// @__NO_SIDE_EFFECTS__
export function lazyCodec<In extends z.ZodType, Out extends z.ZodType>(make: () => z.ZodCodec<In, Out>): z.ZodCodec<In, Out> {
  return lazily(z.ZodCodec, () => make().def as z.core.$ZodCodecDef) as z.ZodCodec<In, Out>;
}

/** An object that is built when it is first used. */
// @__NO_SIDE_EFFECTS__
export function lazyObject<Content>(make: () => z.ZodObject): z.ZodType<Content> {
  return lazily(z.ZodObject, () => make().def) as unknown as z.ZodType<Content>;
}

/** A field that is one of several, likewise. */
// @__NO_SIDE_EFFECTS__
export function lazyUnion<Value>(list: () => readonly z.ZodType<Value>[]): z.ZodType<Value> {
  return lazily(z.ZodUnion, () => z.union(list()).def) as unknown as z.ZodType<Value>;
}

/** The class as a function, which is what it is: called on an object it makes a schema of it. */
type Initializer = z.core.$constructor<z.ZodType, unknown> & { readonly prototype: object };

function prototypeFor(Class: object): object {
  let prototype = prototypes.get(Class);
  if (prototype === undefined) {
    prototype = makePrototype(Class as Initializer);
    prototypes.set(Class, prototype);
  }
  return prototype;
}

function makePrototype(Class: Initializer): object {
  /** Builds the schema, and tells whether it has: whatever else has this prototype stays as it is. */
  const build = (schema: object) => {
    const makeDefinition = pending.get(schema);
    if (makeDefinition === undefined) return false;
    const definition = makeDefinition();
    pending.delete(schema);
    Object.setPrototypeOf(schema, Class.prototype);
    Reflect.apply(Class, schema, [definition]);
    return true;
  };
  return new Proxy(Class.prototype, {
    get: (prototype, name, schema) => Reflect.get(build(schema) ? schema : prototype, name, schema),
    set: (prototype, name, value, schema) => Reflect.set(build(schema) ? schema : prototype, name, value, schema),
    has: (_, name) => {
      anySchema ??= z.object({});
      return name in anySchema;
    },
  });
}
