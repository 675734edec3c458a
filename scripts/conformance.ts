/**
 * Conformance: everything we emit of the fixtures against the official ninjs schema and back through our reader, and
 * the official cases through both. `npm run conformance`; exit 1 where anything does not hold.
 *
 *   emitted             -> valid, and read again with the same headline and words
 *   cases/should_pass   -> valid; read where it is news with a text, else refused with a reason
 *   cases/should_fail   -> refused by the schema; our reader takes it or says why not
 *   examples            -> read likewise (one of the IPTC's own examples is not valid, so they are no cases)
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ArticleDocument } from '../content-schema/documents.ts'
import { type ReadResult, readArticle } from '../core/read/read-article.ts'
import { ninjsFolder, openNinjsSchema } from './ninjs-schema.ts'
import { publishFixtures } from './publish-fixtures.ts'

const check = openNinjsSchema()
let [held, failed] = [0, 0]

const report = (name: string, problems: readonly string[], note: string): void => {
  if (problems.length > 0) failed++
  else held++
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${note}\n`)
  for (const problem of problems.slice(0, 5)) process.stdout.write(`       ${problem}\n`)
}

const read = (bytes: Uint8Array, name: string): ReadResult =>
  readArticle(bytes, {
    source: 'iptc',
    sourceId: name,
    receivedAt: '2031-03-04T10:00:00Z',
    name: 'news.json',
    contentType: 'application/json',
  })

const fieldOf = (document: unknown, name: string): unknown => Reflect.get(Object(document), name)

/** Words without what formats may change: blanks. */
const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

const emitted = async (): Promise<void> => {
  process.stdout.write('What we emit\n')
  const files = new Map((await publishFixtures()).map(file => [file.key, file.body]))
  for (const [key, body] of files) {
    if (!key.endsWith('/article.ninjs.json')) continue
    const article = ArticleDocument.parse(
      JSON.parse(files.get(key.replace('article.ninjs', 'article')) ?? ''),
    )
    const back = read(new TextEncoder().encode(body), key)
    report(key, [...check(JSON.parse(body)), ...roundTripProblems(article, back)], outcomeOf(back))
  }
}

const roundTripProblems = ({ headline, text, blocks }: ArticleDocument, back: ReadResult): string[] => {
  if (!back.ok) return back.problems.map(({ message }) => message)
  const paragraphs = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end }) => words((text ?? '').slice(start, end)))
  const now = words(back.article.text)
  const lost = paragraphs.filter(paragraph => now.split(paragraph).length !== 2)
  return [
    ...(back.article.headline === headline ? [] : [`headline came back as "${back.article.headline}"`]),
    ...lost.map(paragraph => `not once in what came back: "${paragraph.slice(0, 60)}"`),
  ]
}

const officialCases = (folder: 'cases' | 'examples'): void => {
  process.stdout.write(`\nThe official ${folder}\n`)
  const files = readdirSync(join(ninjsFolder, folder), { recursive: true, encoding: 'utf8' })
  for (const name of files.filter(file => file.endsWith('.json')).sort()) {
    const bytes = readFileSync(join(ninjsFolder, folder, name))
    const document: unknown = JSON.parse(bytes.toString('utf8'))
    const problems = [
      ...(folder === 'cases' ? schemaProblems(document, name) : []),
      ...readerProblems(document, read(bytes, name)),
    ]
    report(`${folder}/${name}`, problems, outcomeOf(read(bytes, name)))
  }
}

const schemaProblems = (document: unknown, name: string): string[] => {
  const refused = check(document)
  if (name.includes('should_fail'))
    return refused.length > 0 ? [] : ['the schema takes what it should refuse']
  return [...refused]
}

/** News with a text is to be read, under its own id; the rest is to be refused with a reason. */
const readerProblems = (document: unknown, result: ReadResult): string[] => {
  const bodies = fieldOf(document, 'bodies')
  const hasText = Array.isArray(bodies) && bodies.some(body => typeof fieldOf(body, 'value') === 'string')
  if (!result.ok) {
    if (hasText && fieldOf(document, 'type') === 'text') return ['has a text, and is not read']
    return result.problems.length > 0 ? [] : ['is not read, without a reason']
  }
  const uri = fieldOf(document, 'uri')
  return result.article.sourceId === uri
    ? []
    : [`sourceId is ${result.article.sourceId}, expected ${String(uri)}`]
}

const outcomeOf = (result: ReadResult): string =>
  result.ok
    ? `read, ${result.article.text.length} characters`
    : `refused, ${result.problems.map(({ code, path }) => (path ? `${code} ${path}` : code)).join(', ')}`

await emitted()
officialCases('cases')
officialCases('examples')
process.stdout.write(`\n${held} hold, ${failed} do not.\n`)
process.exitCode = failed === 0 ? 0 : 1
