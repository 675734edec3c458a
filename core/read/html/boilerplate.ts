/**
 * What on a page is not the story: navigation, share buttons, related links, advertisements, forms, comments.
 * Told by the element, its role, and the words in its class and id; a block that holds half of the page's prose is
 * never taken for such, whatever it is called (`<body class="has-sidebar ads-on">`).
 */
import type { MarkupElement } from './markup-tree.ts'

/** Elements that never hold prose of the story. */
const neverStory = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video',
  'form', 'button', 'select', 'input', 'textarea', 'label', 'nav', 'aside', 'dialog', 'menu', 'map', 'head', 'title',
  'link', 'meta', 'rp', 'rt',
]) // biome-ignore format: a list of words reads best filled

const roles = new Set([
  'navigation', 'banner', 'complementary', 'contentinfo', 'search', 'dialog', 'alertdialog', 'form', 'menu', 'menubar',
  'toolbar', 'button', 'alert',
]) // biome-ignore format: a list of words reads best filled

/** Words of a class or id, split at "-", "_" and capitals. One is enough. */
const words = new Set([
  'ad', 'ads', 'advert', 'adverts', 'advertisement', 'advertising', 'advertorial', 'sponsor', 'sponsored', 'promo',
  'promos', 'promotion', 'share', 'shares', 'sharing', 'sharedaddy', 'social', 'follow', 'newsletter', 'signup',
  'subscribe', 'subscription', 'paywall', 'related', 'recommended', 'recommendations', 'recirc', 'recirculation',
  'outbrain', 'taboola', 'trending', 'popular', 'mostread', 'comments', 'comment', 'disqus', 'breadcrumb',
  'breadcrumbs', 'cookie', 'cookies', 'consent', 'gdpr', 'sidebar', 'menu', 'navbar', 'nav', 'navigation', 'pagination',
  'pager', 'footer', 'widget', 'widgets', 'toolbar', 'modal', 'popup', 'lightbox', 'print', 'skip', 'tags', 'taglist',
  'tagcloud', 'jp', 'addtoany', 'addthis', 'donate', 'donation', 'login', 'search', 'carousel', 'slideshow', 'player',
  'pullquote', 'teaser', 'teasers', 'readmore', 'seealso', 'morestories', 'morefrom', 'authorbio', 'bio',
  'screenreader', 'visuallyhidden', 'hidden',
]) // biome-ignore format: a list of words reads best filled

/** Two words that only mean it together. */
const pairs = new Set([
  'read more', 'see also', 'more stories', 'more from', 'most read', 'most viewed', 'up next', 'read next', 'also like',
  'you may', 'author bio', 'about author', 'author box', 'pull quote', 'sign up', 'screen reader', 'visually hidden',
  'sr only', 'tag list', 'post tags', 'entry tags', 'entry footer', 'post footer', 'article footer', 'site header',
  'app download', 'in brief', 'further reading', 'related links', 'related articles', 'call to',
]) // biome-ignore format: a list of words reads best filled

export const isBoilerplate = (element: MarkupElement): boolean => {
  const { name, attributes } = element
  if (neverStory.has(name)) return true
  if (roles.has(attributes.role ?? '')) return true
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true
  if (attributes.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style))
    return true
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return false
  if (name === 'footer') return true
  return (
    (attributes.class !== undefined && says(attributes.class)) ||
    (attributes.id !== undefined && says(attributes.id))
  )
}

/** The same few classes stand on thousands of elements of a page. */
const answers = new Map<string, boolean>()
const mostAnswers = 2_000

const says = (names: string): boolean => {
  const known = answers.get(names)
  if (known !== undefined) return known
  if (answers.size >= mostAnswers) answers.clear()
  const answer = saysBoilerplate(names)
  answers.set(names, answer)
  return answer
}

const saysBoilerplate = (names: string): boolean => {
  for (const name of names.slice(0, 500).split(/\s+/)) {
    const parts = wordsOf(name)
    for (const [i, part] of parts.entries()) {
      if (words.has(part)) return true
      if (pairs.has(`${part} ${parts[i + 1] ?? ''}`)) return true
    }
  }
  return false
}

/** "article__relatedLinks" -> ["article", "related", "links"] */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part !== '')

/** "Related: …", "Read more: …" and their like at the start of a paragraph that is all one link. */
const cue =
  /^(?:read (?:more|also|next)|related|see also|also read|more(?: on this| from| like this| stories)?|watch|listen|don[’']t miss|recommended|in pictures|explainer|click here|sign up|subscribe|follow us|share this)\b/i

/** A paragraph or list whose words are (nearly) all links and that sends the reader elsewhere. */
export const isRelatedLinks = (element: MarkupElement): boolean => {
  const seen: Glance = { text: '', linked: 0, elements: 0 }
  if (!glance(element, false, seen) || seen.text === '') return false
  const all = seen.text.replace(/\s+/g, '').length
  if (element.name === 'ul' || element.name === 'ol') return seen.linked >= all * 0.95
  return seen.linked >= all * 0.6 && cue.test(seen.text.trimStart())
}

interface Glance {
  text: string
  linked: number
  elements: number
}

/** False where the element is too large to be a line of links: looking further would cost time and tell nothing. */
const glance = (element: MarkupElement, isInLink: boolean, seen: Glance): boolean => {
  for (const child of element.children) {
    if (typeof child === 'string') {
      seen.text += child
      if (isInLink) seen.linked += child.replace(/\s+/g, '').length
      if (seen.text.length > 1_500) return false
    } else {
      seen.elements += 1
      if (seen.elements > 500 || !glance(child, isInLink || child.name === 'a', seen)) return false
    }
  }
  return true
}
