/**
 * One finding at a time is lit up, wherever it shows: its marks in the text, its card, its point on the map. Done by a
 * class on the elements, so that a long article is not drawn again for a movement of the mouse.
 */
const litClass = 'lit'

const elementsOf = (id: string): NodeListOf<Element> =>
  document.querySelectorAll(`[data-f~="${CSS.escape(id)}"]`)

export const lightUp = (id: string | null): void => {
  for (const element of document.querySelectorAll(`.${litClass}`)) element.classList.remove(litClass)
  if (id !== null) for (const element of elementsOf(id)) element.classList.add(litClass)
}

/** The finding that an event happened on: the last one named is the innermost. */
export const findingAt = (event: Event): string | null => {
  const element = event.target instanceof Element ? event.target.closest('[data-f]') : null
  return element?.getAttribute('data-f')?.split(' ').at(-1) ?? null
}

export const elementId = (kind: 'mark' | 'card', id: string): string => `${kind}-${id}`

/** Brings the mark or the card of a finding into view and gives it the focus. */
export const goTo = (kind: 'mark' | 'card', id: string): void => {
  const element = document.getElementById(elementId(kind, id))
  if (!element) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
  element.focus({ preventScroll: true })
  lightUp(id)
}
