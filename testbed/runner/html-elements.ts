import type { Element, Root } from 'hast';

/** All elements within a node, in the order of the document. */
export function descendants(parent: Root | Element): Element[] {
  return parent.children.flatMap(child => (child.type === 'element' ? [child, ...descendants(child)] : []));
}

/** Whether an element has this class. */
export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}
