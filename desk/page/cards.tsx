/**
 * What was found, beside the text: the summary, who said what, where it happened, who is in it.
 */
import type { ComponentChildren, JSX } from 'preact'
import type { ArticleDocument, LinkedPlace } from '../../content-schema/documents.ts'
import type { Quote } from '../../content-schema/quote.ts'
import { assertionWords } from '../assertion-words.ts'
import { elementId, goTo } from './active-finding.ts'
import { type AddEdit, CorrectPlace, CorrectQuote, PinSelection } from './corrections.tsx'
import { sentenceId } from './marked-text.tsx'
import { StoryMap } from './story-map.tsx'
import { percent, Why } from './why.tsx'

interface CardsProps {
  readonly article: ArticleDocument
  /** Absent where nothing can be corrected. */
  readonly add: AddEdit | undefined
}

/** One finding: lit with its marks, and a way to them. */
const Finding = ({
  id,
  label,
  children,
}: {
  id: string
  label: string
  children: ComponentChildren
}): JSX.Element => (
  <li id={elementId('card', id)} class="finding" data-f={id} tabIndex={-1}>
    {children}
    <a
      class="to-text"
      href={`#${elementId('mark', id)}`}
      aria-label={`show in the text: ${label}`}
      onClick={event => {
        event.preventDefault()
        goTo('mark', id)
      }}
    >
      in the text
    </a>
  </li>
)

export const SummaryCard = ({ article, add }: CardsProps): JSX.Element => {
  const { summary } = article
  return (
    <section class="card" aria-labelledby="h-summary">
      <h3 id="h-summary">In short</h3>
      {summary.sentences.length === 0 ? <p class="quiet">No sentence of this text sums it up.</p> : null}
      <ol class="findings">
        {summary.sentences.map(sentence => (
          <Finding key={sentence.rank} id={sentenceId(sentence.rank)} label={`sentence ${sentence.rank}`}>
            <p dir="auto">{sentence.display?.text ?? sentence.text}</p>
            <Why by={sentence.by}>
              <dt>Rank</dt>
              <dd>
                {sentence.rank}, score {sentence.score.toFixed(3)}
              </dd>
              {(sentence.parts ?? []).map(part => (
                <div key={part.name} class="part">
                  <dt>{part.name}</dt>
                  <dd>
                    {part.value > 0 ? '+' : ''}
                    {part.value.toFixed(3)}
                  </dd>
                </div>
              ))}
            </Why>
            {add ? (
              <button
                type="button"
                class="plain"
                onClick={() => add({ kind: 'drop-sentence', sentence: { text: sentence.text } })}
              >
                leave out
              </button>
            ) : null}
          </Finding>
        ))}
      </ol>
      {add ? <PinSelection add={add} /> : null}
    </section>
  )
}

export const SpeakersCard = ({ article, add }: CardsProps): JSX.Element => {
  const quotes = new Map(article.quotes.map(quote => [quote.id, quote]))
  const unspoken = article.quotes.filter(quote => quote.speaker === null)
  return (
    <section class="card" aria-labelledby="h-quotes">
      <h3 id="h-quotes">Who said what</h3>
      {article.quotes.length === 0 ? <p class="quiet">Nobody is quoted.</p> : null}
      {article.speakers.map(speaker => (
        <div key={speaker.id} class="speaker">
          <h4 dir="auto">
            {speaker.name}
            {speaker.role ? <span class="role">{speaker.role}</span> : null}
          </h4>
          <QuoteList
            quotes={speaker.quotes.flatMap(id => quotes.get(id) ?? [])}
            article={article}
            add={add}
          />
        </div>
      ))}
      {unspoken.length > 0 ? (
        <div class="speaker">
          <h4>
            <span class="role">the article does not tell who said</span>
          </h4>
          <QuoteList quotes={unspoken} article={article} add={add} />
        </div>
      ) : null}
    </section>
  )
}

const QuoteList = ({ quotes, article, add }: CardsProps & { quotes: readonly Quote[] }): JSX.Element => (
  <ul class="findings">
    {quotes.map(quote => (
      <Finding key={quote.id} id={quote.id} label={quote.text.slice(0, 60)}>
        <p dir="auto" class={`q-${quote.kind}`}>
          {assertionWords[quote.assertion]}
          {quote.text}
        </p>
        <Why by={quote.by} confidence={quote.confidence}>
          <dt>Kind</dt>
          <dd>{quote.kind}</dd>
          {quote.cue && article.text !== null ? (
            <>
              <dt>Cue</dt>
              <dd>{article.text.slice(quote.cue.start, quote.cue.end)}</dd>
            </>
          ) : null}
          {quote.speaker?.mention && article.text !== null ? (
            <>
              <dt>Beside it</dt>
              <dd>{article.text.slice(quote.speaker.mention.start, quote.speaker.mention.end)}</dd>
            </>
          ) : null}
        </Why>
        {add ? <CorrectQuote key={quote.id} quote={quote} article={article} add={add} /> : null}
      </Finding>
    ))}
  </ul>
)

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
export const whereabouts = (place: LinkedPlace): string => {
  const country = place.countryCode && place.kind !== 'country' ? countryNames.of(place.countryCode) : null
  return [place.kind, place.admin1, country].filter(Boolean).join(', ')
}

const degrees = (place: LinkedPlace): string =>
  place.lat === null || place.lon === null
    ? 'not resolved'
    : `${Math.abs(place.lat).toFixed(2)}° ${place.lat < 0 ? 'S' : 'N'}, ${Math.abs(place.lon).toFixed(2)}° ${place.lon < 0 ? 'W' : 'E'}`

export const PlacesCard = ({ article, add }: CardsProps): JSX.Element => (
  <section class="card" aria-labelledby="h-places">
    <h3 id="h-places">Where</h3>
    <StoryMap places={article.places} />
    {article.places.length === 0 ? <p class="quiet">No place is named.</p> : null}
    <ul class="findings places">
      {article.places.map(place => (
        <Finding key={place.id} id={place.id} label={place.name}>
          <p>
            <strong dir="auto">{place.name}</strong>
            {place.asWritten !== place.name ? <span class="quiet"> “{place.asWritten}”</span> : null}
            {place.isFocus ? <span class="tag">focus</span> : null}
            {place.isDateline ? <span class="tag">dateline</span> : null}
            <br />
            <span class="quiet">
              {whereabouts(place)} · {degrees(place)}
            </span>
          </p>
          <Why by={place.by} confidence={place.confidence}>
            <dt>Mentions</dt>
            <dd>
              {place.mentions.length}, salience {percent(place.salience)}
            </dd>
            {place.geonameId === null ? null : (
              <>
                <dt>GeoNames</dt>
                <dd>{place.geonameId}</dd>
              </>
            )}
            {place.alternatives.length > 0 ? (
              <>
                <dt>Also considered</dt>
                <dd>
                  {place.alternatives
                    .slice(0, 5)
                    .map(
                      other =>
                        `${[other.name, other.admin1, other.countryCode].filter(Boolean).join(', ')} (${percent(other.score)})`,
                    )
                    .join('; ')}
                </dd>
              </>
            ) : null}
          </Why>
          {add ? <CorrectPlace key={place.id} place={place} add={add} /> : null}
        </Finding>
      ))}
    </ul>
  </section>
)

export const NamesCard = ({ article, add }: CardsProps): JSX.Element => (
  <section class="card" aria-labelledby="h-names">
    <h3 id="h-names">Who is in it</h3>
    {article.names.length === 0 ? <p class="quiet">Nobody is named.</p> : null}
    <ul class="findings names">
      {article.names.map(name => (
        <Finding key={name.id} id={name.id} label={name.name}>
          <p dir="auto">
            <strong>{name.name}</strong> <span class="quiet">{name.role ?? name.kind}</span>
          </p>
          <Why by={name.by} confidence={name.confidence}>
            <dt>Mentions</dt>
            <dd>
              {name.mentions.length}, salience {percent(name.salience)}
            </dd>
          </Why>
          {add ? (
            <button type="button" class="plain" onClick={() => add({ kind: 'drop-name', name: name.name })}>
              drop
            </button>
          ) : null}
        </Finding>
      ))}
    </ul>
  </section>
)
