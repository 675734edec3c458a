/**
 * Reads N articles in turn and prints resident bytes after a quarter of them and at the end, as JSON.
 */
import { articleToVariants } from '../core/article-to-variants.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'
import { typicalArticles } from './bench-articles.ts'

const count = Number(process.argv[2] ?? 10_000)
const knowledge = loadKnowledge()
const articles = typicalArticles()
let early = 0
for (let i = 0; i < count; i++) {
  const article = articles[i % articles.length]
  if (article) articleToVariants(article, knowledge)
  if (i === Math.floor(count / 4)) early = process.memoryUsage().rss
}
console.log(JSON.stringify({ early, late: process.memoryUsage().rss }))
