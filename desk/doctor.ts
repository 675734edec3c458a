/**
 * Examines a configured source and says in words what is wrong with it: is its secret there and of the right form, does
 * what the CMS signs with it verify, does the mapping find its fields in a sample, can what is thin be fetched.
 */
import { counted } from '../content-schema/counted.ts'
import { type SourceConfig, thinKinds } from '../content-schema/source-config.ts'
import type { SourceServices } from '../functions/read-stored-delivery.ts'
import { schemes } from '../functions/receive/signatures/schemes.ts'
import type { WebRequest } from '../functions/receive/web-request.ts'
import { bad, type Examination, type Finding, good, note } from './examination.ts'
import { examineSample } from './examine-sample.ts'

export const examineSource = async (examination: Examination): Promise<readonly Finding[]> => {
  const { source, services } = examination
  const secrets: string[] = []
  const findings: Finding[] = []
  for (const name of source.secrets) {
    const values = await services.secrets.read(name)
    secrets.push(...values)
    findings.push(...secretFindings(name, values, source))
  }
  findings.push(...signatureFindings(examination, secrets))
  findings.push(...(await fetchFindings(source, services)))
  return [...findings, ...(await examineSample(examination))]
}

const secretFindings = (name: string, values: readonly string[], source: SourceConfig): Finding[] => {
  if (values.length === 0) {
    return [
      bad(
        `The secret "${name}" is not there: put it into Secrets Manager under this name, or for this machine into secrets.json.`,
      ),
    ]
  }
  const wrong = values.flatMap(value => wrongWithSecret(value, source))
  const rotation =
    values.length > 1
      ? [
          note(
            `The secret "${name}" has ${values.length} active values: take the old ones out when the CMS has the new one.`,
          ),
        ]
      : []
  return wrong.length > 0
    ? [...wrong.map(message => bad(`The secret "${name}" ${message}`)), ...rotation]
    : [good(`The secret "${name}" is there.`), ...rotation]
}

/** Shorter can be guessed, or is a placeholder. */
const shortestSecret = 12

const wrongWithSecret = (value: string, { kind }: SourceConfig): string[] => {
  if (value.length < shortestSecret)
    return [`has only ${counted(value.length, 'character')}; use at least ${shortestSecret}.`]
  if (kind === 'contentful' && value.length !== 64)
    return [`has ${counted(value.length, 'character')}; a Contentful signing secret has 64.`]
  if (kind === 'standard-webhooks' && !/^(?:whsec_)?[A-Za-z0-9+/]{22,}={0,2}$/.test(value))
    return ['is not base64; a Standard Webhooks secret is "whsec_" and base64 of 24 to 64 bytes.']
  return []
}

const signatureFindings = (examination: Examination, secrets: readonly string[]): Finding[] => {
  const { source, headers, sample, now, name } = examination
  if (source.kind === 'file') return [note('It takes files only: upload them under its name in the inbox.')]
  const scheme = schemes[source.kind]
  const options = { now, source }
  const path = `/in/${name}`
  const body = sample?.bytes ?? new TextEncoder().encode('{}')
  const findings: Finding[] = []
  for (const secret of secrets) {
    const signed = scheme.sign({ method: 'POST', path, body }, secret, {
      ...options,
      event: sample?.event ?? 'publish',
    })
    const verdict = scheme.verify({ method: 'POST', path, query: '', ...signed }, secret, options)
    const isGenuine = verdict.kind !== 'refused'
    findings.push(
      isGenuine
        ? good('What the CMS signs with it verifies.')
        : bad(`What the CMS signs with it does not verify: ${verdict.reason}.`),
    )
  }
  if (headers !== undefined)
    findings.push(capturedFinding({ method: 'POST', path, query: '', headers, body }, examination, secrets))
  return findings
}

/** A real request: time is not counted against it, since it was kept. */
const capturedFinding = (
  request: WebRequest,
  { source, now }: Examination,
  secrets: readonly string[],
): Finding => {
  if (source.kind === 'file') return note('Files have no headers.')
  const sent = timeIn(request.headers) ?? now
  const scheme = schemes[source.kind]
  const verdicts = secrets.map(secret => scheme.verify(request, secret, { source, now: sent }))
  if (verdicts.some(verdict => verdict.kind !== 'refused')) return good('The request that was kept verifies.')
  const [first] = verdicts
  const reason = first?.kind === 'refused' ? first.reason : 'there is no secret'
  return bad(`The request that was kept does not verify: ${reason}. ${hints[reason] ?? ''}`.trim())
}

const hints: Readonly<Record<string, string>> = {
  signature:
    'The secret differs from the one in the CMS, or the body was changed on its way (formatted, re-encoded).',
  token: 'The token differs from the one in the CMS.',
  'no signature':
    'The header is missing or malformed: is signing switched on in the CMS, and does a proxy drop headers?',
  'no token': 'The header is missing: does the CMS send it, and under the name that "tokenHeader" says?',
}

/** The signed time, wherever the vendors put it. */
const timeIn = (headers: Readonly<Record<string, string>>): Date | null => {
  const names = [
    'x-contentful-timestamp',
    'sanity-webhook-signature',
    'x-ghost-signature',
    'gcms-signature',
    'webhook-timestamp',
  ]
  const found = names
    .map(name => /(?:^|t=)(\d{10}(?:\d{3})?)(?:\D|$)/.exec(headers[name] ?? '')?.[1])
    .find(time => time !== undefined)
  return found === undefined ? null : new Date(Number(found.padEnd(13, '0')))
}

const fetchFindings = async (
  { kind, fetch }: SourceConfig,
  { secrets }: SourceServices,
): Promise<Finding[]> => {
  if (fetch === undefined) return []
  const needed = thinKinds.has(kind) ? [good('Its events carry only an id; what they name is fetched.')] : []
  if (fetch.tokenSecret === undefined)
    return [...needed, note('Fetching goes without a token: only what is public can be read.')]
  const [token] = await secrets.read(fetch.tokenSecret)
  return [
    ...needed,
    token === undefined
      ? bad(`The secret "${fetch.tokenSecret}", the token to fetch with, is not there.`)
      : good(`The token "${fetch.tokenSecret}" is there.`),
  ]
}
