/**
 * An article: its text with what was found marked in it, and the cards beside it, joined by hover, focus and click.
 */

import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { counted } from '../../content-schema/counted.ts'
import type { ArticleDocument, PublishedArticle } from '../../content-schema/documents.ts'
import type { Edit } from '../../content-schema/override.ts'
import { findingAt, lightUp } from './active-finding.ts'
import { NamesCard, PlacesCard, SpeakersCard, SummaryCard } from './cards.tsx'
import { type AddEdit, EditList } from './corrections.tsx'
import { Failure } from './failure.tsx'
import { dateOf } from './list-view.tsx'
import { documentPath, isDesk, loadArticle, loadEdits, onChange, saveEdits } from './load.ts'
import { MarkedText, type MarkKind } from './marked-text.tsx'

export const ArticleView = ({ id }: { id: string }): JSX.Element => {
  const [article, setArticle] = useState<PublishedArticle | null>(null)
  const [edits, setEdits] = useState<readonly Edit[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const load = useCallback((): void => {
    Promise.all([loadArticle(id), loadEdits(id)]).then(([article, edits]) => {
      setArticle(article)
      setEdits(edits)
      document.title =
        article.status === 'usable' ? `${article.headline || 'Article'} · Copydesk` : 'Copydesk'
    }, setFailure)
  }, [id])
  useEffect(load, [load])
  useEffect(() => onChange(load), [load])
  if (failure) return <Failure of={failure} />
  if (!article)
    return (
      <p class="quiet pad" role="status">
        Fetching the article…
      </p>
    )
  if (article.status !== 'usable') return <Withdrawn article={article} />
  const save = (next: readonly Edit[]): void => {
    saveEdits(id, next).then(document => {
      setArticle(document)
      setEdits(next)
    }, setFailure)
  }
  return (
    <Reading article={article} add={isDesk ? edit => save([...edits, edit]) : undefined}>
      <EditList edits={edits} remove={index => save(edits.filter((_, i) => i !== index))} />
      <Documents article={article} />
    </Reading>
  )
}

const Withdrawn = ({
  article,
}: {
  article: Exclude<PublishedArticle, { status: 'usable' }>
}): JSX.Element => (
  <section class="pad">
    <h1>This article was {article.status === 'canceled' ? 'taken back' : 'withdrawn for now'}</h1>
    <p class="quiet">on {dateOf(article.canceledAt)}. Nothing of it is left but this note.</p>
  </section>
)

const markKinds: readonly (readonly [MarkKind, string])[] = [
  ['quote', 'Quotes'],
  ['place', 'Places'],
  ['name', 'Names'],
  ['sentence', 'Summary'],
]

interface ReadingProps {
  readonly article: ArticleDocument
  readonly add: AddEdit | undefined
  readonly children?: JSX.Element | JSX.Element[]
}

export const Reading = ({ article, add, children }: ReadingProps): JSX.Element => {
  const [shown, setShown] = useState<ReadonlySet<MarkKind>>(new Set(['quote', 'place', 'name']))
  const toggle = (kind: MarkKind): void => {
    const next = new Set(shown)
    if (!next.delete(kind)) next.add(kind)
    setShown(next)
  }
  const light = (event: Event): void => lightUp(findingAt(event))
  const { stale = [] } = article.edits ?? {}
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights up what belongs together; every finding is reachable by itself
    // biome-ignore lint/a11y/useKeyWithMouseEvents: focusin does for the keyboard what mouseover does for the mouse
    <div class="reading" onMouseOver={light} onFocusIn={light}>
      <article class="paper" lang={article.language === 'und' ? undefined : article.language}>
        <p class="kicker">
          {[article.section, article.source, dateOf(article.publishedAt ?? article.revision.updatedAt)]
            .filter(Boolean)
            .join(' · ')}
          {` · ${counted(article.summary.words, 'word')}, ${Math.max(1, Math.round(article.summary.readingSeconds / 60))} min`}
        </p>
        <fieldset class="shown">
          <legend>Marked</legend>
          {markKinds.map(([kind, label]) => (
            <label key={kind} class={`m-${kind}`}>
              <input type="checkbox" checked={shown.has(kind)} onChange={() => toggle(kind)} /> {label}
            </label>
          ))}
        </fieldset>
        {article.text !== null &&
        !article.blocks.some(({ kind }) => kind === 'headline') &&
        article.headline ? (
          <h1 dir="auto">{article.headline}</h1>
        ) : null}
        <MarkedText article={article} shown={shown} />
      </article>
      <aside class="cards" aria-label="What was found">
        {stale.length > 0 ? (
          <div class="card error" role="alert">
            {stale.map(problem => (
              <p key={problem.path}>{problem.message}</p>
            ))}
          </div>
        ) : null}
        <SummaryCard article={article} add={add} />
        <PlacesCard article={article} add={add} />
        <SpeakersCard article={article} add={add} />
        <NamesCard article={article} add={add} />
        {article.limits.length > 0 ? (
          <section class="card">
            <h3>Left out</h3>
            {article.limits.map(limit => (
              <p key={limit}>{limit}</p>
            ))}
          </section>
        ) : null}
        {children}
      </aside>
    </div>
  )
}

const documentNames = [
  'article.json',
  'summary.json',
  'quotes.json',
  'places.json',
  'names.json',
  'article.ninjs.json',
  'article.jsonld',
]

const Documents = ({ article }: { article: ArticleDocument }): JSX.Element => (
  <section class="card" aria-labelledby="h-documents">
    <h3 id="h-documents">The JSON</h3>
    <ul class="documents">
      {documentNames.map(name => {
        const path = documentPath(article.id, name)
        return (
          <li key={name}>
            <a href={path}>{name}</a>
            <code>{new URL(path, document.baseURI).href}</code>
          </li>
        )
      })}
    </ul>
    {article.url ? (
      <p>
        <a href={article.url} rel="noreferrer">
          The article at its source
        </a>
      </p>
    ) : null}
  </section>
)
