/**
 * Prints the latest stories: who said what, and where it happened.
 *
 *   npm install copydesk && node latest.mjs https://news.example.org
 */
import { CopydeskError, createClient, verify } from 'copydesk/client'

const [baseUrl = 'http://localhost:4280'] = process.argv.slice(2)
const desk = createClient(baseUrl)
const mostStories = 5

const print = async ({ title, summary, _copydesk: { id, places, quotes } }) => {
  const where = places.filter(place => place.isFocus).map(place => place.name)
  console.log(`${title}${where.length > 0 ? ` (${where.join(', ')})` : ''}`)
  if (summary) console.log(`  ${summary}`)
  for (const quote of quotes.slice(0, 3))
    console.log(`  “${quote.text}” — ${quote.speaker?.name ?? 'not named'}`)

  const article = await desk.article(id)
  if (article?.status === 'usable') {
    const problems = await verify(article)
    console.log(`  ${problems.length === 0 ? 'verbatim' : `not verbatim: ${problems[0].message}`}`)
  }
}

try {
  let stories = 0
  for await (const story of desk.latest()) {
    await print(story)
    if (++stories === mostStories) break
  }
} catch (error) {
  if (!(error instanceof CopydeskError)) throw error
  console.error(`${error.message}. Is it served there? On this machine: copydesk serve out`)
  process.exitCode = 1
}
