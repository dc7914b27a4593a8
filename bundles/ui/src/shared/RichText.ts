import { type FunctionalComponent, h, type VNodeArrayChildren } from 'vue'
import { safeTarget } from './targets'

const KEPT = new Set(['B', 'BR', 'CODE', 'EM', 'H1', 'H2', 'H3', 'I', 'LI', 'OL', 'P', 'SMALL', 'SPAN', 'STRONG', 'U', 'UL'])
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'MATH'])

/**
 * Text in which administrators may use simple HTML, as authentik's prompts allow it: emphasis, paragraphs, lists and
 * links. Nothing else of the markup survives; the elements are built here, the given HTML never becomes part of the page.
 */
export const RichText: FunctionalComponent<{ text: string }> = (props) =>
  h('div', { class: 'rich' }, children(new DOMParser().parseFromString(props.text, 'text/html').body))
RichText.props = ['text']

function children(parent: Node): VNodeArrayChildren {
  return Array.from(parent.childNodes, render).flat()
}

function render(node: Node): VNodeArrayChildren {
  if (node.nodeType === Node.TEXT_NODE) {
    return [node.textContent ?? '']
  }
  if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase())) {
    return []
  }
  return element(node)
}

function element(node: Element): VNodeArrayChildren {
  const href = node.tagName === 'A' ? safeTarget(node.getAttribute('href')) : undefined
  if (href !== undefined) {
    return [h('a', { href, rel: 'noopener noreferrer' }, children(node))]
  }
  return KEPT.has(node.tagName) ? [h(tagFor(node.tagName), children(node))] : children(node)
}

/** Headings of a step's text come below the heading of the page. */
function tagFor(name: string): string {
  return /^H[1-3]$/.test(name) ? 'h2' : name.toLowerCase()
}
