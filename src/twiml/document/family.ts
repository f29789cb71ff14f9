import { isElement, type TwimlNode } from '../node.js';
import { childrenOf, FAMILIES, type Family, findByCase, rootOf } from './catalogue.js';

/** Finds out what a document answers from its verbs: those that one family alone has, and the first of them where they are mixed. */
export function familyOf(root: TwimlNode): Family {
  const counts = { voice: 0, messaging: 0, fax: 0 };
  let first: Family | undefined;
  for (const child of root.children) {
    const owner = isElement(child) ? ownerOf(child.tag) : undefined;
    if (owner === undefined) continue;
    counts[owner] += 1;
    first ??= owner;
  }
  const most = Math.max(counts.voice, counts.messaging, counts.fax);
  if (first === undefined || counts[first] === most) return first ?? 'voice';
  return FAMILIES.find((family) => counts[family] === most) ?? 'voice';
}

const owners = /* @__PURE__ */ new Map<string, Family | undefined>();

/** The one family that has a verb, in whatever case it is written. Verbs are few, and so is what is remembered. */
function ownerOf(tag: string): Family | undefined {
  if (owners.has(tag)) return owners.get(tag);
  const found = FAMILIES.filter((family) => findByCase(childrenOf(rootOf(family)), tag) !== undefined);
  const owner = found.length === 1 ? found[0] : undefined;
  if (owner !== undefined && owners.size < 1000) owners.set(tag, owner);
  return owner;
}
