/**
 * Where on a page the story stands: what says it is the article's body; else the container that holds most prose,
 * where prose is what stands in paragraphs and not in links.
 */
import { isBoilerplate } from './boilerplate.ts'
import type { MarkupElement } from './markup-tree.ts'
import { elementsOf, textOf } from './markup-tree.ts'

/** The element to read, with what is not the story already taken out of it. */
export const findStory = (root: MarkupElement): MarkupElement => {
  const before = weigh(root)
  const page = withoutBoilerplate(before, before.weight)
  const weighed = weigh(page)
  const enough = weighed.weight * 0.4
  const named = heaviest(weighed, saysArticleBody)
  const article = heaviest(weighed, element => element.name === 'article')
  // The <article> around the body has its byline and standfirst too; much more than that is other stories.
  const isWhole = article !== null && (named === null || article.weight <= named.weight * 1.25)
  if (isWhole && article.weight >= enough) return (entriesAround(weighed, article) ?? article).element
  if (named !== null && named.weight >= enough) return named.element
  const main = heaviest(weighed, element => element.name === 'main' || element.attributes.role === 'main')
  return main !== null && main.weight >= enough ? main.element : densest(weighed).element
}

/**
 * A live blog whose entries are <article>s of their own under one heading: what holds them all, where another is not
 * much shorter than the longest; else null. Teasers of other stories are.
 */
const entriesAround = (weighed: Weighed, longest: Weighed): Weighed | null => {
  const parent = parentOf(weighed, longest)
  if (parent === null || findHeading(longest.element) !== null) return null
  const entries = parent.parts.filter(
    part => part.element.name === 'article' && part.weight * 2 >= longest.weight,
  )
  return entries.length > 1 ? parent : null
}

const parentOf = (weighed: Weighed, wanted: Weighed): Weighed | null => {
  if (weighed.parts.includes(wanted)) return weighed
  for (const part of weighed.parts) {
    const found = part.weight >= wanted.weight ? parentOf(part, wanted) : null
    if (found !== null) return found
  }
  return null
}

const saysArticleBody = (element: MarkupElement): boolean => {
  if (/\barticleBody\b/.test(element.attributes.itemprop ?? '')) return true
  const names = ` ${element.attributes.class ?? ''} ${element.attributes.id ?? ''} `.slice(0, 500)
  return /[\s_-](?:entry|post|article|story)[-_]{0,2}(?:content|body|text)[\s_-]/i.test(names)
}

/** An element with the characters of prose in it: what stands in paragraphs and not in links. */
interface Weighed {
  readonly element: MarkupElement
  readonly weight: number
  /** Characters outside links, prose or not. */
  readonly unlinked: number
  readonly parts: readonly Weighed[]
}

const weigh = (element: MarkupElement): Weighed => {
  const parts: Weighed[] = []
  let unlinked = 0
  let weight = 0
  for (const child of element.children) {
    if (typeof child === 'string') {
      unlinked += child.trim().length
      continue
    }
    const part = weigh(child)
    parts.push(part)
    weight += part.weight
    if (child.name !== 'a') unlinked += part.unlinked
  }
  if (isProse(element)) weight = Math.max(weight, unlinked)
  return { element, weight, unlinked, parts }
}

const isProse = (element: MarkupElement): boolean =>
  element.name === 'p' || element.name === 'blockquote' || element.name === 'li' || hasOwnProse(element)

/** A <div> used as a paragraph: text of its own, a sentence long. */
const hasOwnProse = (element: MarkupElement): boolean =>
  (element.name === 'div' ||
    element.name === 'section' ||
    element.name === 'body' ||
    element.name === 'td') &&
  element.children.reduce((sum, child) => sum + (typeof child === 'string' ? child.trim().length : 0), 0) > 60

/** A fragment's or feed entry's content without what sites put between: all else in it is the story. */
export const withoutPageParts = (root: MarkupElement): MarkupElement => {
  const weighed = weigh(root)
  return withoutBoilerplate(weighed, weighed.weight)
}

/** A copy without boilerplate; a part that holds half of all prose stays, whatever its class says. */
const withoutBoilerplate = (weighed: Weighed, allProse: number): MarkupElement => {
  const children: (MarkupElement | string)[] = []
  let next = 0
  for (const child of weighed.element.children) {
    if (typeof child === 'string') {
      children.push(child)
      continue
    }
    const part = weighed.parts[next]
    next += 1
    // The footer of a quotation is who said it.
    const isAttribution = child.name === 'footer' && weighed.element.name === 'blockquote'
    if (
      part === undefined ||
      (!isAttribution && isBoilerplate(child) && (neverKept.has(child.name) || part.weight * 2 <= allProse))
    )
      continue
    children.push(withoutBoilerplate(part, allProse))
  }
  return { ...weighed.element, children }
}

const neverKept = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'head',
  'svg',
  'iframe',
  'select',
  'button',
])

const heaviest = (weighed: Weighed, passes: (element: MarkupElement) => boolean): Weighed | null => {
  let best: Weighed | null = passes(weighed.element) ? weighed : null
  for (const part of weighed.parts) {
    const found = heaviest(part, passes)
    if (found !== null && (best === null || found.weight > best.weight)) best = found
  }
  return best
}

/** Down from the top, as long as one part alone holds most of the prose. */
const densest = (weighed: Weighed): Weighed => {
  const heavy = weighed.parts.find(part => part.weight >= weighed.weight * 0.7)
  if (heavy === undefined || weighed.weight === 0 || heavy.parts.length === 0) return weighed
  return densest(heavy)
}

/** Whether the markup is a whole page and not a fragment from a rich text field. */
export const isWholePage = (root: MarkupElement): boolean =>
  elementsOf(root).some(
    element => element.name === 'html' || element.name === 'head' || element.name === 'body',
  )

/** The page's <h1>: the first that is no boilerplate and has words. */
export const findHeading = (element: MarkupElement): string | null => {
  for (const child of elementsOf(element)) {
    if (child.name === 'h1' && textOf(child).trim() !== '' && !isSiteName(child)) return textOf(child)
    if (isBoilerplate(child)) continue
    const inside = findHeading(child)
    if (inside !== null) return inside
  }
  return null
}

/** Many sites put their own name in an <h1 class="site-title"> on every page. */
const isSiteName = (element: MarkupElement): boolean =>
  /\b(?:site|logo|brand|masthead)/i.test(`${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`)
