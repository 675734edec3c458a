/**
 * What a source says of its language as a BCP 47 tag; null where it says none that is known.
 *
 *   "en_GB.UTF-8" -> "en-GB"     "eng" -> "en"     "English" -> "en"     "Deutsch", "?" -> null
 */
export const languageTag = (told: string): string | null => {
  const tag = (told.trim().split(/[.@]/)[0] ?? '').replaceAll('_', '-')
  if (/^english$/i.test(tag)) return 'en'
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return null
  // Three letters are ISO 639's longer names of what the tag has two for.
  return /^[A-Za-z]{3}(?:-|$)/.test(tag) ? canonical(tag) : tag
}

const canonical = (tag: string): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null // "eng-x": its parts are not as they must be
  }
}
