/**
 * copydesk reprocess: every article of a local archive read again with the present engine, or told what would change.
 */

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { counted } from '../../content-schema/counted.ts'
import { reprocessingDoor } from '../../functions/reprocessing/reprocessing-door.ts'
import { ReprocessingReport } from '../../functions/reprocessing/reprocessing-report.ts'
import { reprocessingStateMachine } from '../../functions/reprocessing/state-machine.ts'
import { parseStoredJson } from '../../functions/stored-json.ts'
import { type Command, parseOptions } from '../command.ts'
import { forTerminal } from '../for-terminal.ts'
import { openLocalCloud } from '../local-cloud.ts'
import { localServices } from '../local-services.ts'
import { type Paint, paintFor } from '../paint.ts'
import { runReprocessing } from '../run-reprocessing.ts'

const usage = `Usage: copydesk reprocess [--from DIR] [--write]

Reads every article of a folder that "copydesk read" filled again, with the present engine, and tells field by
field how many findings would change, with examples. It is the item processing of the deployed state machine.

  --from DIR  the folder; "out" where it is not given
  --write     writes the new documents and feeds; without it nothing but the report is written`

const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseOptions({
    args: [...args],
    options: { from: { type: 'string', default: 'out' }, write: { type: 'boolean', default: false } },
  })
  if (!existsSync(join(values.from, 'inbox'))) {
    process.stderr.write(
      `${values.from} holds no articles yet. Make some: copydesk read FILE… --to ${values.from}\n`,
    )
    return 1
  }
  const cloud = openLocalCloud(localServices(resolve(values.from)))
  const answer = await runReprocessing({
    definition: reprocessingStateMachine({ inboxBucket: 'inbox', functionArn: 'local', maxConcurrency: 1 }),
    door: reprocessingDoor(cloud.services),
    inbox: cloud.services.inbox,
    // A run of its own: the report adds up what lies under its name.
    name: `local-${Date.now()}`,
    input: { isDryRun: !values.write },
  })
  await cloud.settle()
  const report = parseStoredJson(ReprocessingReport, await cloud.services.inbox.read(answer.report))
  if (report === null) throw new Error(`the report ${answer.report} cannot be read`)
  process.stdout.write(forTerminal(`${describeReport(report, paintFor(process.stdout))}\n`))
  process.stderr.write(`The report lies in ${values.from}/inbox/${answer.report}\n`)
  return report.failed > 0 ? 1 : 0
}

const describeReport = (report: ReprocessingReport, paint: Paint): string => {
  const { articles, changed, hidden, failed, isDryRun } = report
  const fields = Object.entries(report.fields).sort(([, a], [, b]) => b.changed - a.changed)
  return [
    `${counted(articles, 'article')} read again: ${changed} ${isDryRun ? 'would change' : 'changed'}, ${hidden} not to be seen, ${failed} failed`,
    ...fields.flatMap(([field, { changed: count, examples }]) => [
      '',
      `${paint('bold', field)}  ${count}`,
      ...examples.map(
        ({ articleId, finding, before, after }) =>
          `  ${paint('dim', articleId)} ${finding}: ${before ?? '(none)'} → ${after ?? '(none)'}`,
      ),
    ]),
    ...report.failures.map(({ articleId, message }) => `\n${paint('red', articleId)}: ${message}`),
  ].join('\n')
}

export const reprocess: Command = { about: 'reads an archive again and tells what changes', usage, run }
