/**
 * The largest of everything, each with its reason. One table, so that every door refuses the same things.
 *
 *   headline of 501 characters -> Problem too-long at "headline"
 */

/** UTF-16 units of article.text. 5 MB of prose is a book of 800,000 words; the longest news feature known is near 60,000. */
export const longestText = 5_000_000
/** Bytes of one delivery before reading: room for markup around the longest text. */
export const mostIncomingBytes = 10_000_000
/** A headline longer than this is a paragraph that was put in the wrong field. */
export const longestHeadline = 500
/** A standfirst or credit or rights line: a long paragraph. */
export const longestParagraph = 5_000
/** A name, section, keyword, byline: one line on a page. */
export const longestLine = 300
/** What browsers and S3 metadata take without complaint. */
export const longestUrl = 2_048
/** S3 keys end at 1,024 bytes; an id stands in several of them beside a prefix, a date and a name. */
export const longestId = 200
/** Bylines, keywords: more is a list of staff or a tag cloud. */
export const mostBylines = 50
export const mostKeywords = 200
/** Pictures, films, recordings: a gallery of a day of events. */
export const mostMedia = 500
/** A block is at least one line; the longest text in lines of 50 characters. */
export const mostBlocks = 100_000
/** Findings of one article: a full transcript of a parliament's day has near 4,000 quotes. */
export const mostFindings = 20_000
/** Mentions of one name or place in one article. */
export const mostMentions = 20_000
/** Problems that one answer lists; the rest are counted. */
export const mostProblems = 100
