/**
 * Something to look at in an empty folder: the articles that come with Copydesk.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { incomingKey } from '../../functions/keys.ts'
import type { LocalCloud } from '../local-cloud.ts'

const folder = fileURLToPath(new URL('../../fixtures/articles/', import.meta.url))

export const deliverExamples = async (cloud: LocalCloud): Promise<void> => {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const key = incomingKey('examples', cloud.services.now(), `${name}.txt`)
    await cloud.deliver(key, readFileSync(join(folder, name, 'input.txt')))
  }
}
