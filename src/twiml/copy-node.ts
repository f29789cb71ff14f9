import { setAttribute } from './attributes.js';
import { checkAttribute, checkComment, checkNode, checkPath } from './check-node.js';
import { checkName } from './names.js';
import { addText, isElement, type TwimlChild, type TwimlNode } from './node.js';

/**
 * Copies a node and all below it, so that what is added twice stays two, and no document comes to contain itself.
 *
 * @throws TypeError when a name is no XML name, when something is no node, or when a node contains itself.
 */
export function copyNode(node: TwimlNode): TwimlNode {
  const root = copyAlone(node);
  const path: TwimlNode[] = [];
  const open = [{ from: node, to: root, next: 0 }];
  for (let top = open[0]; top !== undefined; top = open[open.length - 1]) {
    if (top.next === top.from.children.length) {
      open.pop();
      path.pop();
      continue;
    }
    const child = top.from.children[top.next] as TwimlChild;
    top.next += 1;
    if (typeof child === 'string') {
      addText(top.to, child);
    } else if (isElement(child)) {
      path.push(top.from);
      checkPath(path, child);
      const copy = copyAlone(child);
      top.to.children.push(copy);
      open.push({ from: child, to: copy, next: 0 });
    } else {
      top.to.children.push({ comment: checkComment(child) });
    }
  }
  return root;
}

function copyAlone(node: TwimlNode): TwimlNode {
  checkNode(node);
  checkName(node.tag, 'an element');
  const copy: TwimlNode = { tag: node.tag, attributes: {}, children: [] };
  for (const name of Object.keys(node.attributes)) {
    checkName(name, 'an attribute');
    setAttribute(copy.attributes, name, checkAttribute(node, name));
  }
  return copy;
}
