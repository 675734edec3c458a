/**
 * What an article in another language than English gets: what needs no English. The rest is left out and said so,
 * rather than read as nonsense.
 *
 *   limitsOf('de') -> ['names: de is not English; …', 'summary: …', …]
 */

/** "und": too little text to tell; it is read as English. */
export const readsLanguage = (language: string): boolean => /^(?:en|und)\b/i.test(language)

export const limitsOf = (language: string): string[] =>
  readsLanguage(language)
    ? []
    : [
        `names: ${language} is not English; people and organisations were left out`,
        `places: ${language} is not English; common words that are also names of towns may be among them`,
        `quotes: ${language} is not English; only what stands in quotation marks was read, without speakers`,
        `summary: ${language} is not English; it is the lead`,
      ]
