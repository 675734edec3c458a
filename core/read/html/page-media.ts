/**
 * The picture that a page gives of itself: JSON-LD's image and video, else Open Graph's.
 *
 *   <meta property="og:image" content="https://img.example/a.jpg"> -> [{ kind: 'image', url: 'https://img.example/a.jpg' }]
 *
 * Not read: the <img>s of the story. Most of them are somebody's face, an advertisement or a map of one pixel.
 */
import type { Media } from '../../../content-schema/media.ts'
import { asText, isRecord, type Json } from '../read-json.ts'
import { type FoundMedia, mediaList } from '../to-media.ts'

/** @param first the content of the first meta tag of these names, or null */
export const pageMedia = (story: Json, first: (...names: string[]) => string | null): Media[] => {
  const told = [...objectsIn(story.image, 'image'), ...objectsIn(story.video, 'video')]
  const graph: FoundMedia = {
    url: first('og:image:secure_url', 'og:image', 'twitter:image', 'twitter:image:src'),
    kind: 'image',
    contentType: first('og:image:type'),
    width: first('og:image:width'),
    height: first('og:image:height'),
    caption: first('og:image:alt', 'twitter:image:alt'),
  }
  return mediaList(told.length > 0 ? told : [graph])
}

/** schema.org allows an address, an object, or a list of either. */
const objectsIn = (value: unknown, kind: 'image' | 'video'): FoundMedia[] => {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(one => objectsIn(one, kind))
  if (typeof value === 'string') return [{ url: value.trim(), kind }]
  if (!isRecord(value)) return []
  const { creditText, creator, copyrightHolder } = value
  return [
    {
      url: asText(value.contentUrl) ?? asText(value.url),
      kind,
      contentType: asText(value.encodingFormat),
      width: value.width,
      height: value.height,
      caption: asText(value.caption) ?? asText(value.description),
      credit: asText(creditText) ?? nameOf(creator) ?? nameOf(copyrightHolder),
    },
  ]
}

const nameOf = (value: unknown): string | null => (isRecord(value) ? asText(value.name) : asText(value))
