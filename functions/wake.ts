/** The deployed wake. */
import { openServices } from './open-services.ts'
import { wakeArticles } from './wake-articles.ts'

const services = openServices(process.env)

export const handler = (): Promise<unknown> => wakeArticles(services)
