/** The deployed wake. */
import { nameSourcesInTraces } from './name-sources.ts'
import { openServices } from './open-services.ts'
import { wakeArticles } from './wake-articles.ts'

nameSourcesInTraces()

const services = openServices(process.env)

export const handler = (): Promise<unknown> => wakeArticles(services)
