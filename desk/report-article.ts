/**
 * One article and what was found in it, as a person reads it: headline, summary, quotes with their speakers, places
 * with their country and point, and what could not be resolved.
 */
import { counted } from '../content-schema/counted.ts'
import type { ArticleDocument } from '../content-schema/documents.ts'
import type { Place } from '../content-schema/place.ts'
import type { Quote } from '../content-schema/quote.ts'
import { assertionWords } from './assertion-words.ts'
import { type Paint, wrap } from './paint.ts'

export interface ReportOptions {
  readonly paint: Paint
  readonly width: number
}

export const reportArticle = (article: ArticleDocument, { paint, width }: ReportOptions): string => {
  const heading = (title: string, count: number): string => paint('bold', `${title} (${count})`)
  const resolved = article.places.filter(place => place.lat !== null)
  const unresolved = article.places.filter(place => place.lat === null)
  return [
    paint('bold', wrap(article.headline || '(no headline)', width, 0)),
    paint('dim', aboutLine(article)),
    '',
    heading('Summary', article.summary.sentences.length),
    ...article.summary.sentences.map(({ text, display }) => `  ${wrap(display?.text ?? text, width, 2)}`),
    '',
    heading('Quotes', article.quotes.length),
    ...article.quotes.map(quote => quoteLines(quote, article.text ?? '', { paint, width })),
    heading('Places', article.places.length),
    ...placeLines(resolved, paint),
    ...unresolved.map(place => `  ${paint('yellow', place.asWritten)}  not resolved`),
    '',
    heading('People and organisations', article.names.length),
    ...article.names.map(({ name, role }) => `  ${name}${role ? paint('dim', `, ${role}`) : ''}`),
    ...(article.limits.length > 0 ? ['', ...article.limits.map(limit => paint('yellow', limit))] : []),
  ].join('\n')
}

const aboutLine = ({ dateline, bylines, publishedAt, language, summary }: ArticleDocument): string =>
  [
    bylines.length > 0 ? `By ${bylines.join(', ')}` : null,
    dateline,
    publishedAt?.slice(0, 10) ?? null,
    `${counted(summary.words, 'word')}, ${readingTime(summary.readingSeconds)}`,
    language === 'en' ? null : `language: ${language}`,
  ]
    .filter(part => part !== null)
    .join(' · ')

const readingTime = (seconds: number): string =>
  seconds < 90 ? `${seconds} s to read` : `${Math.round(seconds / 60)} min to read`

const quoteLines = (quote: Quote, text: string, { paint, width }: ReportOptions): string => {
  const said = partsOf(quote).join(' … ')
  const words = quote.kind === 'direct' ? `“${said}”` : quote.kind === 'mixed' ? `… ${said}` : said
  const { speaker, cue } = quote
  const who = speaker
    ? paint('cyan', speaker.name) + (speaker.role ? `, ${speaker.role}` : '')
    : paint('yellow', 'speaker not resolved')
  // "denied" turns round what a reported clause says.
  const verb = cue === null || quote.kind === 'direct' ? '' : `, “${text.slice(cue.start, cue.end)}”`
  const how = paint('dim', `${quote.kind}${verb}, ${Math.round(quote.confidence * 100)} %, ${quote.by}`)
  return `  ${wrap(assertionWords[quote.assertion] + words, width, 2)}\n    — ${who}  ${how}\n`
}

/** The words of each stretch: a reader must see where the article goes on between them ("she said"). */
const partsOf = ({ text, content }: Quote): readonly string[] => {
  let at = 0
  return content.map(({ start, end }) => {
    const part = text.slice(at, at + end - start)
    at += end - start + 1
    return part
  })
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

const placeLines = (places: readonly Place[], paint: Paint): string[] => {
  const rows = places.map(place => [
    place.asWritten === place.name ? place.name : `${place.asWritten} (${place.name})`,
    place.kind,
    [place.admin1, place.countryCode ? countryNames.of(place.countryCode) : null]
      .filter(part => part && part !== place.name)
      .join(', '),
    `${place.lat?.toFixed(2)}, ${place.lon?.toFixed(2)}`,
    place.mentions.length > 1 ? `×${place.mentions.length}` : '',
    [place.isDateline ? 'dateline' : '', place.isFocus ? 'focus' : ''].filter(Boolean).join(', '),
  ])
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(([name = '', ...rest]) => {
    const cells = rest.map((cell, at) => cell.padEnd(widths[at + 1] ?? 0))
    return `  ${paint('cyan', name.padEnd(widths[0] ?? 0))}  ${cells.join('  ')}`.trimEnd()
  })
}
