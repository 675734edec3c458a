/**
 * Markup to a small tree, for HTML and XML alike. The parser is htmlparser2; the tree is ours, because what reads it
 * needs names, attributes and text only, and because its depth must stay bounded: a page of a million open tags is
 * refused, not climbed.
 */
import { Parser } from 'htmlparser2'

export interface MarkupElement {
  /** Lower case in HTML; with its prefix and as it stands in XML. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (MarkupElement | string)[]
}

/** Browsers flatten what is nested deeper than this. */
export const deepestMarkup = 512

/** The largest pages known have a third of this; a story's own markup a hundredth. */
export const mostElements = 300_000

/** The parser's work grows with depth, so depth is looked at after each piece. */
const pieceLength = 16_384

/** The root of the document, or null where its elements are nested too deep or too many. */
export const openMarkup = (markup: string, xmlMode: boolean): MarkupElement | null => {
  const root: MarkupElement = { name: '', attributes: {}, children: [] }
  const open: MarkupElement[] = [root]
  let elements = 0
  let isTooMuch = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [] }
        open[open.length - 1]?.children.push(element)
        open.push(element)
        elements += 1
        if (open.length > deepestMarkup || elements > mostElements) isTooMuch = true
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
      ontext(text) {
        open[open.length - 1]?.children.push(text)
      },
    },
    { xmlMode, decodeEntities: true, recognizeCDATA: xmlMode },
  )
  for (let i = 0; i < markup.length && !isTooMuch; i += pieceLength) {
    parser.write(markup.slice(i, i + pieceLength))
  }
  if (isTooMuch) return null
  parser.end()
  return root
}

/** All text under an element, in order, as it stands. */
export const textOf = (element: MarkupElement): string => {
  const pieces: string[] = []
  const collect = (node: MarkupElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') pieces.push(child)
      else collect(child)
    }
  }
  collect(element)
  return pieces.join('')
}

export const elementsOf = (element: MarkupElement): MarkupElement[] =>
  element.children.filter(child => typeof child !== 'string')

/** Every element under this one that passes, in document order; does not look inside those that do. */
export const findElements = (
  element: MarkupElement,
  passes: (element: MarkupElement) => boolean,
): MarkupElement[] => {
  const found: MarkupElement[] = []
  const look = (node: MarkupElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (passes(child)) found.push(child)
      else look(child)
    }
  }
  look(element)
  return found
}

export const findElement = (
  element: MarkupElement,
  passes: (element: MarkupElement) => boolean,
): MarkupElement | null => {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const found = passes(child) ? child : findElement(child, passes)
    if (found !== null) return found
  }
  return null
}

export const isNamed =
  (...names: string[]) =>
  (element: MarkupElement): boolean =>
    names.includes(element.name)

/** By name without its prefix, for XML whose authors may choose one: "nar:newsItem" is a newsItem. */
export const isLocal =
  (...names: string[]) =>
  (element: MarkupElement): boolean =>
    names.includes(element.name.slice(element.name.indexOf(':') + 1))
