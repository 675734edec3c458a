/**
 * copydesk read FILE…: articles through the real handlers over a folder, and what was found in them, for a person.
 */

import { resolve } from 'node:path'
import { counted } from '../../content-schema/counted.ts'
import type { ArticleDocument } from '../../content-schema/documents.ts'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { type Delivered, deliverArticle, openPress, type Press } from '../deliver-article.ts'
import { forTerminal } from '../for-terminal.ts'
import { troubleWithFolder } from '../open-folder.ts'
import { defaultArticle, type Input, openInput } from '../open-input.ts'
import { paintFor, widthOf } from '../paint.ts'
import { openProgress } from '../progress.ts'
import { reportArticle } from '../report-article.ts'

const usage = `Usage: copydesk read [FILE…] [--to DIR] [--json]

Reads articles (.txt .html .md .json .xml, what a CMS sent to a webhook or its API answered; "-" is standard input),
prints what was found in them and writes their documents and feeds into a folder. Without a file it reads the article
that comes with Copydesk. Many articles in one file, a line of JSON each: copydesk extract --jsonl.

  --to DIR   the folder; "out" where it is not given
  --json     prints article.json of each, one a line, and nothing else`

/** With more files than this, each gets one line. */
const mostFullReports = 3

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: 'string', default: 'out' }, json: { type: 'boolean', default: false } },
  })
  if (values.to === '') throw new Misuse('--to needs the name of a folder')
  const started = performance.now()
  const names = positionals.length > 0 ? positionals : [defaultArticle]
  const folder = resolve(values.to)
  const trouble = troubleWithFolder(folder)
  if (trouble !== null) {
    process.stderr.write(`${trouble}\n`)
    return 1
  }
  const press = openPress(folder)
  const failed = await readEach(names, press, { folder: values.to, isJson: values.json })
  const { feeds } = await press.publish()
  const paint = paintFor(process.stderr)
  const done = names.length - failed
  const counts = `${counted(done, 'article')} read${failed > 0 ? `, ${failed} not` : ''}`
  const ms = Math.round(performance.now() - started)
  const published = done > 0 ? `; ${counted(feeds, 'feed')} in ${values.to}/feeds/` : ''
  process.stderr.write(paint('dim', `${counts}${published}; ${ms} ms since the start\n`))
  return failed > 0 ? 1 : 0
}

interface ReadingStyle {
  readonly folder: string
  readonly isJson: boolean
}

/** How many were not read. */
const readEach = async (
  names: readonly string[],
  press: Press,
  { folder, isJson }: ReadingStyle,
): Promise<number> => {
  const progress = openProgress(process.stderr, names.length)
  const isShort = names.length > mostFullReports
  let failed = 0
  for (const name of names) {
    progress.at(name)
    const input = await openInput(name)
    const delivered: Delivered = input.ok ? await deliverArticle(press, input.input) : input
    progress.clear()
    if (!delivered.ok) {
      failed++
      process.stderr.write(
        forTerminal(`${reportFailure(input.ok ? input.input.name : name, delivered.problems)}\n`),
      )
      continue
    }
    if (delivered.isOlder)
      process.stderr.write(forTerminal(`${olderNote(name, delivered.document, folder)}\n`))
    process.stdout.write(
      isJson ? delivered.json : forTerminal(reportFor(name, delivered, { isShort, folder })),
    )
  }
  progress.clear()
  return failed
}

interface ReportStyle {
  readonly isShort: boolean
  readonly folder: string
}

const reportFor = (
  name: Input['name'],
  { document, ms }: Extract<Delivered, { ok: true }>,
  { isShort, folder }: ReportStyle,
): string => {
  const paint = paintFor(process.stdout)
  const place = `${folder}/articles/${document.id}/`
  if (isShort) {
    const counts = `${counted(document.quotes.length, 'quote')}, ${counted(document.places.length, 'place')}`
    return `${name}: ${document.headline || '(no headline)'}\n  ${paint('dim', `${counts}, ${ms.toFixed(1)} ms, ${place}`)}\n`
  }
  const where = [
    `Read in ${ms.toFixed(1)} ms. The JSON lies in ${place}`,
    '  article.json  summary.json  quotes.json  places.json  names.json  article.ninjs.json  article.jsonld',
  ].join('\n')
  return `${reportArticle(document, { paint, width: widthOf(process.stdout) })}\n\n${where}\n\n`
}

const olderNote = (name: string, { id, revision }: ArticleDocument, folder: string): string =>
  `${name} is an older state of ${id}: the one of ${revision.updatedAt} in ${folder} stays, and is shown. To read it alone: --to ANOTHER-DIR`

const reportFailure = (
  name: string,
  problems: readonly { readonly code: string; readonly path: string; readonly message: string }[],
): string => {
  const paint = paintFor(process.stderr)
  const lines = problems.map(({ code, message }) => `  ${paint('red', code)}: ${message}`)
  return [`${paint('bold', name)} was not read`, ...lines].join('\n')
}

export const read: Command = { about: 'reads articles and shows what was found in them', usage, run }
