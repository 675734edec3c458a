/**
 * copydesk extract --jsonl: a line {id, title?, text} in, a line of variants out, in the same order, in constant memory.
 */

import { availableParallelism } from 'node:os'
import { counted } from '../../content-schema/counted.ts'
import { type BulkCounts, extractLines } from '../bulk/extract-lines.ts'
import { type Command, Misuse, parseOptions } from '../command.ts'

const usage = `Usage: copydesk extract --jsonl [--jobs N] [--all] < in.jsonl > out.jsonl

Reads lines {"id": …, "title"?: …, "text": …} and writes for each, in the same order, a line
{"id": …, "summary": …, "quotes": …, "speakers": …, "places": …, "names": …, "limits": …}, or {"id", "line", "problems"} where
the line is bad. Spans are offsets into text as it stands. Blank lines are passed over.

  --jobs N   worker threads; as many as there are processors where it is not given
  --all      findings of a confidence under 0.5, too`

const mostJobs = 256

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(availableParallelism()) },
      all: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 0)
    throw new Misuse(`lines come by standard input: copydesk extract --jsonl < ${positionals[0]}`)
  if (!values.jsonl) throw new Misuse('say --jsonl: it is the only format of bulk so far')
  const jobs = Number(values.jobs)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > mostJobs) {
    throw new Misuse(`--jobs is not a number from 1 to ${mostJobs}: got "${values.jobs}"`)
  }
  if (process.stdin.isTTY) process.stderr.write('extract: reading lines of JSON from the terminal\n')
  const started = performance.now()
  const counts = await extractLines(process.stdin, process.stdout, { jobs, isForAll: values.all })
  process.stderr.write(`${countsLine(counts, performance.now() - started)}\n`)
  return counts.bad > 0 ? 1 : 0
}

const countsLine = ({ read, bad, badLines }: BulkCounts, ms: number): string => {
  const seconds = ms / 1_000
  const pace = `${seconds.toFixed(1)} s, ${Math.round((read + bad) / Math.max(seconds, 0.001))} lines a second`
  if (bad === 0) return `extract: ${counted(read, 'article')}, ${pace}`
  const where = badLines.join(', ') + (bad > badLines.length ? ' …' : '')
  return `extract: ${counted(read, 'article')}, ${counted(bad, 'bad line')} (${where}), ${pace}`
}

export const extract: Command = {
  about: 'reads articles in bulk, lines of JSON to lines of JSON',
  usage,
  run,
}
