/**
 * What becomes of a sample of what a CMS sends: is it an article, does the mapping find its fields, can what it only
 * names be fetched.
 */
import { counted } from '../content-schema/counted.ts'
import type { FieldPaths } from '../content-schema/source-config.ts'
import type { ReadHints } from '../core/read/read-article.ts'
import { readDelivery } from '../core/read/read-delivery.ts'
import { readJson } from '../core/read/read-json.ts'
import { readStoredDelivery } from '../functions/read-stored-delivery.ts'
import { eventName } from '../functions/receive/receive.ts'
import { schemes } from '../functions/receive/signatures/schemes.ts'
import { bad, type Examination, type Finding, good, note } from './examination.ts'

export const examineSample = async (examination: Examination): Promise<Finding[]> => {
  const { sample, source, name, now, isFetching, services } = examination
  if (sample === undefined)
    return [note('No sample was given (--sample FILE): whether its fields are found was not checked.')]
  const event = await eventAsReceived(examination, sample)
  const hints: ReadHints = {
    source: name,
    sourceId: 'sample',
    receivedAt: now.toISOString(),
    name: `${'0'.repeat(32)}.${event}.json`,
  }
  const delivered = readDelivery(
    sample.bytes,
    source.kind === 'websub' ? { ...hints, name: 'sample.xml' } : hints,
    source,
  )
  const isThin = delivered.some(one => one.kind === 'wanted')
  if (isThin && !isFetching)
    return [
      good('The sample names what is to be fetched.'),
      note('Whether it can be was not tried (--fetch).'),
    ]
  const outcomes = isThin ? await readStoredDelivery(sample.bytes, hints, services) : delivered
  return outcomes.flatMap((outcome): Finding[] => {
    if (outcome.kind === 'wanted') return []
    if (outcome.kind === 'ignored') return [note(`The sample would be ignored: ${outcome.reason}.`)]
    if (!outcome.result.ok)
      return [
        ...mappingFindings(sample.bytes, source.fields),
        ...outcome.result.problems.map(({ path, message }) =>
          bad(path === '' ? message : `${path}: ${message}`),
        ),
      ]
    const { article } = outcome.result
    return [good(`The sample becomes an article, ${article.status}: ${article.id}`), ...articleLines(article)]
  })
}

/** What receive makes of the header that the CMS would send for the event: "contentmanagement-entry-publish". */
const eventAsReceived = async (
  { source, name, now, services }: Examination,
  { bytes, event }: NonNullable<Examination['sample']>,
): Promise<string> => {
  const [secret] = (await Promise.all(source.secrets.map(one => services.secrets.read(one)))).flat()
  if (source.kind === 'file' || secret === undefined) return event
  const path = `/in/${name}`
  const signed = schemes[source.kind].sign({ method: 'POST', path, body: bytes }, secret, {
    now,
    source,
    event,
  })
  const verdict = schemes[source.kind].verify({ method: 'POST', path, query: '', ...signed }, secret, {
    now,
    source,
  })
  return verdict.kind === 'genuine' ? (eventName(verdict.event) ?? 'none') : event
}

const articleLines = (article: {
  readonly headline: string
  readonly bylines: readonly string[]
  readonly publishedAt: string | null
  readonly url: string | null
  readonly blocks: readonly unknown[]
  readonly status: string
}): Finding[] => {
  if (article.status === 'canceled') return []
  const missing = [
    ...(article.headline === '' ? ['headline'] : []),
    ...(article.bylines.length === 0 ? ['bylines'] : []),
    ...(article.publishedAt === null ? ['publishedAt'] : []),
    ...(article.url === null ? ['url'] : []),
  ]
  const found = note(
    `headline "${article.headline}", ${counted(article.blocks.length, 'block')}, by ${article.bylines.join(', ') || 'nobody'}`,
  )
  return missing.length === 0
    ? [found]
    : [
        found,
        note(
          `Not found in it: ${missing.join(', ')}. Say in "fields" (or "url") where they are, if it has them.`,
        ),
      ]
}

/** Which of the source's own paths lead nowhere. The reader's record differs by CMS, so only names are looked for. */
const mappingFindings = (bytes: Uint8Array, fields: FieldPaths | undefined): Finding[] => {
  const text = JSON.stringify(readJson(new TextDecoder().decode(bytes)) ?? null)
  return Object.entries(fields ?? {}).flatMap(([field, path]) => {
    const paths = typeof path === 'string' ? [path] : (path ?? [])
    const isThere = paths.some(one =>
      one.split('.').every(step => /^\d+$/.test(step) || text.includes(`"${step}":`)),
    )
    return isThere
      ? []
      : [bad(`fields.${field}: the sample has nothing named ${paths.map(one => `"${one}"`).join(' or ')}.`)]
  })
}
