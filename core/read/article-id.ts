/**
 * The identity of an article: readable, unique per source and source id, safe in keys and addresses.
 *
 *   articleId('wire', 'Syria strikes.txt') -> 'syria-strikes-5f3a…'
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text as UTF-8, in lower-case hex. */
export const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

const longestSlug = 60
const hashCharacters = 10 // 40 bits: one collision expected in about a million articles of one slug

/** Lower-case ASCII words joined by hyphens: "São Tomé’s vote" -> "sao-tome-s-vote". "" where nothing is left. */
export const slug = (text: string): string =>
  text
    .slice(0, longestSlug * 4)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-|-$/g, '')

export const articleId = (source: string, sourceId: string): string => {
  const hash = textHash(`${source}\0${sourceId}`).slice(0, hashCharacters)
  const readable = slug(sourceId.replace(/^https?:\/\/[^/]*/, '').replace(/\.[A-Za-z0-9]{1,5}$/, ''))
  return readable === '' ? `${slug(source) || 'article'}-${hash}` : `${readable}-${hash}`
}
