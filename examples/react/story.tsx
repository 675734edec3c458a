/**
 * A story as a React component, with its quotes and places marked.
 *
 *   <Story from="https://news.example.org" id="harbour-1" />
 */
import { type ArticleDocument, createClient, type PublishedArticle, segments } from 'copydesk/client'
import { useEffect, useMemo, useState } from 'react'

export interface StoryProps {
  /** Where the content is served. */
  readonly from: string
  readonly id: string
}

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'here'; readonly article: PublishedArticle | null }

export const Story = ({ from, id }: StoryProps) => {
  const desk = useMemo(() => createClient(from), [from])
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    desk
      .article(id, { signal: stop.signal })
      .then(article => setLoaded({ kind: 'here', article }))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setLoaded({ kind: 'failed', message: String(error) })
      })
    return () => stop.abort()
  }, [desk, id])

  if (loaded.kind === 'loading') return <p>Loading…</p>
  if (loaded.kind === 'failed') return <p role="alert">{loaded.message}</p>
  if (loaded.article === null) return <p>There is no such story.</p>
  if (loaded.article.status !== 'usable') return <p>This story was taken back.</p>
  return <Marked article={loaded.article} />
}

/** Nothing but props: it renders on a server, too. */
export const Marked = ({ article }: { readonly article: ArticleDocument }) => (
  <article>
    {article.blocks.map(block => {
      const Tag = block.kind === 'headline' ? 'h1' : 'p'
      const parts = segments(article.text ?? '', [...article.quotes, ...article.places], block)
      return (
        <Tag key={block.start}>
          {parts.map(({ start, text, findings }) =>
            findings.length === 0 ? (
              text
            ) : (
              <mark key={start} title={findings.map(titleOf).join('; ')}>
                {text}
              </mark>
            ),
          )}
        </Tag>
      )
    })}
  </article>
)

const titleOf = (finding: ArticleDocument['quotes'][number] | ArticleDocument['places'][number]): string =>
  'content' in finding ? `said by ${finding.speaker?.name ?? 'somebody not named'}` : finding.name
