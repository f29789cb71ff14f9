import { addText, isElement, type TwimlNode } from './node.js';
import { writeTwiml } from './write.js';

/**
 * Copies a node and all below it, so that what is added twice stays two, and no document comes to contain itself.
 *
 * @throws TypeError when it cannot be written.
 */
export function copyNode(node: TwimlNode): TwimlNode {
  // What can be written is a tree of nodes with good names, and has an end.
  writeTwiml(node);
  const root = copyAlone(node);
  const copies = [{ from: node, to: root }];
  for (const { from, to } of copies) {
    for (const child of from.children) {
      if (typeof child === 'string') {
        addText(to, child);
      } else if (isElement(child)) {
        const copy = copyAlone(child);
        to.children.push(copy);
        copies.push({ from: child, to: copy });
      } else {
        to.children.push({ comment: child.comment });
      }
    }
  }
  return root;
}

function copyAlone({ tag, attributes }: TwimlNode): TwimlNode {
  return { tag, attributes: { ...attributes }, children: [] };
}
