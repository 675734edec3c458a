/**
 * The entity tag that S3 gives to an object written in one piece: its MD5, quoted. Our own drivers give the same, so
 * that bytes can be told to lie there already without reading them.
 */
import { createHash } from 'node:crypto'

/** etagOf('hello') -> '"5d41402abc4b2a76b9719d911017c592"' */
export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`
