/**
 * CMSs that live in git (Decap, Tina, Keystatic, Front Matter, Hugo by hand): a push names the files that changed, and
 * they are fetched at that commit. The path is the article's id.
 */
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type CmsEvent, type CmsReader, ignored, unclear } from './cms-event.ts'

const articleFile = /\.(?:md|mdx|markdown|html?|txt|json|xml)$/i

export const github: CmsReader = (body, event, source) => {
  if (event !== null && event !== 'push') return ignored(`event ${JSON.stringify(event)}`)
  const repository = asRecord(body.repository)
  const branch = source.branch ?? asText(repository.default_branch) ?? 'main'
  if (body.ref !== `refs/heads/${branch}`) return ignored(`a push to ${JSON.stringify(asText(body.ref))}`)
  if (!Array.isArray(body.commits)) return unclear('commits is missing from the push.')
  const commit = asText(body.after) ?? ''
  const at = readTime(asRecord(body.head_commit).timestamp)
  const changes = [...lastChanges(asList(body.commits))].filter(([path]) => isArticle(path, source.folder))
  if (changes.length === 0) return ignored('no article among the files')
  return changes.map(([path, isThere]): CmsEvent => {
    if (!isThere) return { kind: 'change', change: 'withdraw', sourceId: path, record: null, at }
    const params = { path, commit, repository: asText(repository.full_name) ?? '' }
    return { kind: 'thin', sourceId: path, params, name: path, at, gone: 'problem' }
  })
}

/** Whether each file is there after the last of the commits. */
const lastChanges = (commits: readonly unknown[]): Map<string, boolean> => {
  const changes = new Map<string, boolean>()
  for (const commit of commits.filter(isRecord)) {
    for (const path of [...asList(commit.added), ...asList(commit.modified)]) changes.set(String(path), true)
    for (const path of asList(commit.removed)) changes.set(String(path), false)
  }
  return changes
}

const isArticle = (path: string, folder: string | undefined): boolean =>
  articleFile.test(path) &&
  !/(?:^|\/)(?:_index|README|CHANGELOG|LICENSE|CONTRIBUTING|package(?:-lock)?)\.\w+$/i.test(path) &&
  !path.split('/').some(part => part === '..' || part.startsWith('.')) &&
  (folder === undefined || path.startsWith(`${folder.replace(/\/+$/, '')}/`))
