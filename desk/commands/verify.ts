/**
 * copydesk verify: whether what is published stands in the article word for word.
 */
import { counted } from '../../content-schema/counted.ts'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { forTerminal } from '../for-terminal.ts'
import { inWords } from '../in-words.ts'
import { paintFor } from '../paint.ts'
import { type Verified, verifyPublished } from '../verify-published.ts'

const usage = `Usage: copydesk verify FILE|URL… [--json]

Checks documents of articles, each a file or an address: that the text is the one its hash names, that every span of
every finding slices to the words it claims, and that ids point at something. Of article.json all is checked; a slice
(summary.json, quotes.json, places.json, names.json) is checked against the article.json beside it.

  --json   a line {"name", "problems"} for each, and nothing else`

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  if (positionals.length === 0) throw new Misuse('say which: a file or an address')
  const paint = paintFor(process.stdout)
  let failed = 0
  for (const name of positionals) {
    const { problems, checked } = await verified(name)
    if (problems.length > 0) failed++
    if (values.json) process.stdout.write(`${JSON.stringify({ name, problems })}\n`)
    else if (problems.length === 0)
      process.stdout.write(forTerminal(`${name}: verbatim, ${counted(checked, 'span')} checked\n`))
    else {
      const lines = problems.map(({ code, message }) => `  ${paint('red', code)}: ${message}`)
      process.stdout.write(forTerminal(`${[`${paint('bold', name)} does not hold`, ...lines].join('\n')}\n`))
    }
  }
  return failed > 0 ? 1 : 0
}

/** What cannot be read does not keep the others from being checked. */
const verified = async (name: string): Promise<Verified> => {
  try {
    return await verifyPublished(name)
  } catch (error) {
    const message = inWords(error) ?? (error instanceof Error ? error.message : String(error))
    const isRead = error instanceof Error && error.cause instanceof SyntaxError
    return { problems: [{ code: isRead ? 'bad-syntax' : 'not-found', path: '', message }], checked: 0 }
  }
}

export const verify: Command = { about: 'checks that documents are verbatim', usage, run }
