/**
 * What a format says of a picture, film or recording, as Media; null where it has no address that can be shown.
 *
 *   { url: 'https://img.example/a.jpg', width: '1200' } -> { kind: 'image', url, width: 1200, … }
 *
 * A field that cannot be stored is left out: a picture is no reason to refuse an article.
 */
import { longestLine, longestParagraph, longestUrl, mostMedia } from '../../content-schema/bounds.ts'
import type { Media } from '../../content-schema/media.ts'

/** As found; everything may be missing, or nonsense. */
export interface FoundMedia {
  readonly url: string | null
  /** "image", "picture", "video" …; or a content type. */
  readonly kind?: string | null
  readonly contentType?: string | null
  readonly width?: unknown
  readonly height?: unknown
  readonly caption?: string | null
  readonly credit?: string | null
}

export const toMedia = (found: FoundMedia): Media | null => {
  const url = webAddress(found.url)
  const contentType = found.contentType ?? null
  if (url === null) return null
  const kind = kindOf(found.kind ?? '') ?? kindOf(contentType ?? '') ?? kindOfFile(url)
  if (kind === null) return null
  return {
    kind,
    url,
    contentType:
      contentType !== null && contentType.length <= longestLine && /^[\w.+-]+\/[\w.+-]+$/.test(contentType)
        ? contentType
        : null,
    width: pixels(found.width),
    height: pixels(found.height),
    caption: short(found.caption),
    credit: short(found.credit),
  }
}

/** Each address once, at most mostMedia. */
export const mediaList = (found: readonly FoundMedia[]): Media[] => {
  const byUrl = new Map<string, Media>()
  for (const one of found) {
    const media = toMedia(one)
    if (media !== null && !byUrl.has(media.url)) byUrl.set(media.url, media)
    if (byUrl.size === mostMedia) break
  }
  return [...byUrl.values()]
}

const webAddress = (url: string | null): string | null => {
  if (url === null || url.length > longestUrl || !/^https?:\/\/\S+$/.test(url)) return null
  return URL.canParse(url) ? url : null
}

const kindOf = (word: string): Media['kind'] | null => {
  if (/^(?:image|picture|photo|graphic)\b/i.test(word)) return 'image'
  if (/^video\b/i.test(word)) return 'video'
  return /^audio\b/i.test(word) ? 'audio' : null
}

const kindOfFile = (url: string): Media['kind'] | null => {
  const path = url.split(/[?#]/)[0] ?? ''
  if (/\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path)) return 'image'
  if (/\.(?:mp4|webm|mov|m3u8)$/i.test(path)) return 'video'
  return /\.(?:mp3|m4a|ogg|wav)$/i.test(path) ? 'audio' : null
}

const pixels = (value: unknown): number | null => {
  const count = typeof value === 'string' ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : null
}

const short = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text.trim() === '' || text.length > longestParagraph
    ? null
    : text.trim()
