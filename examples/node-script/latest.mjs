/**
 * Prints the latest stories: who said what, and where it happened.
 *
 *   npm install copydesk && node latest.mjs https://news.example.org
 */
import { createClient, verify } from 'copydesk/client'

const [baseUrl = 'http://localhost:4280'] = process.argv.slice(2)
const desk = createClient(baseUrl)
const mostStories = 5

let stories = 0
for await (const story of desk.latest()) {
  const { id, places, quotes } = story._copydesk
  const where = places.filter(place => place.isFocus).map(place => place.name)
  console.log(`${story.title}${where.length > 0 ? ` (${where.join(', ')})` : ''}`)
  if (story.summary) console.log(`  ${story.summary}`)
  for (const quote of quotes.slice(0, 3))
    console.log(`  “${quote.text}” — ${quote.speaker?.name ?? 'not named'}`)

  const article = await desk.article(id)
  if (article?.status === 'usable') {
    const problems = await verify(article)
    console.log(`  ${problems.length === 0 ? 'verbatim' : `not verbatim: ${problems[0].message}`}`)
  }
  if (++stories === mostStories) break
}
