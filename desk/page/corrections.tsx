/**
 * The editor's last word: small forms on the cards, each adding one edit to the article's override document.
 */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ArticleDocument, LinkedPlace } from '../../content-schema/documents.ts'
import type { Edit } from '../../content-schema/override.ts'
import type { Quote } from '../../content-schema/quote.ts'

/** Adds an edit and shows the article as it reads then. */
export type AddEdit = (edit: Edit) => void

export const CorrectQuote = ({
  quote,
  article,
  add,
}: {
  quote: Quote
  article: ArticleDocument
  add: AddEdit
}): JSX.Element => {
  const [name, setName] = useState(quote.speaker?.name ?? '')
  const [role, setRole] = useState(quote.speaker?.role ?? '')
  const first = quote.content[0]
  const anchor = { text: first && article.text ? article.text.slice(first.start, first.end) : quote.text }
  const list = `speakers-${quote.id}`
  return (
    <details class="correct">
      <summary>Correct</summary>
      <form
        onSubmit={event => {
          event.preventDefault()
          const speaker = name.trim() === '' ? null : { name: name.trim(), role: role.trim() || null }
          add({ kind: 'fix-speaker', quote: anchor, speaker })
        }}
      >
        <label>
          Who said it
          <input
            value={name}
            list={list}
            maxLength={300}
            onInput={event => setName(event.currentTarget.value)}
            placeholder="nobody named"
          />
        </label>
        <datalist id={list}>
          {article.names.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <label>
          Role
          <input value={role} maxLength={300} onInput={event => setRole(event.currentTarget.value)} />
        </label>
        <p class="buttons">
          <button type="submit">Change speaker</button>
          <button type="button" onClick={() => add({ kind: 'drop-quote', quote: anchor })}>
            Not a quote
          </button>
        </p>
      </form>
    </details>
  )
}

export const CorrectPlace = ({ place, add }: { place: LinkedPlace; add: AddEdit }): JSX.Element => {
  const [choice, setChoice] = useState('')
  const [point, setPoint] = useState(place.lat === null ? '' : `${place.lat}, ${place.lon}`)
  const [error, setError] = useState('')
  const move = (): void => {
    const chosen = place.alternatives[Number(choice)]
    if (choice !== '' && chosen) {
      const { name, lat, lon, kind, geonameId, countryCode, admin1 } = chosen
      add({
        kind: 'move-place',
        place: place.asWritten,
        to: { name, lat, lon, kind, geonameId, countryCode, admin1 },
      })
      return
    }
    const [lat, lon] = point.split(/[,;\s]+/).map(Number)
    if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
      setError('Latitude and longitude in degrees, like 35.93, 36.63')
      return
    }
    add({ kind: 'move-place', place: place.asWritten, to: { lat, lon } })
  }
  return (
    <details class="correct">
      <summary>Correct</summary>
      <form
        onSubmit={event => {
          event.preventDefault()
          move()
        }}
      >
        {place.alternatives.length > 0 ? (
          <label>
            It is
            <select value={choice} onChange={event => setChoice(event.currentTarget.value)}>
              <option value="">elsewhere, at the point below</option>
              {place.alternatives.map((other, i) => (
                <option key={`${other.lat},${other.lon}`} value={String(i)}>
                  {[other.name, other.admin1, other.countryCode].filter(Boolean).join(', ')}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          Latitude, longitude
          <input
            value={point}
            disabled={choice !== ''}
            inputMode="decimal"
            onInput={event => setPoint(event.currentTarget.value)}
          />
        </label>
        {error ? (
          <p class="error" role="alert">
            {error}
          </p>
        ) : null}
        <p class="buttons">
          <button type="submit">Move</button>
          <button type="button" onClick={() => add({ kind: 'drop-place', place: place.asWritten })}>
            Not a place
          </button>
        </p>
      </form>
    </details>
  )
}

/** Pins the sentence around the words that are selected in the text. */
export const PinSelection = ({ add }: { add: AddEdit }): JSX.Element => {
  const [hint, setHint] = useState('')
  const pin = (): void => {
    const selection = getSelection()
    const words = selection?.toString().trim() ?? ''
    const isInStory = !!selection?.anchorNode?.parentElement?.closest('.story')
    if (words === '' || !isInStory) {
      setHint('Select some words of a sentence in the text first.')
      return
    }
    setHint('')
    add({ kind: 'pin-sentence', sentence: { text: words.slice(0, 5_000) } })
  }
  return (
    <p class="buttons">
      <button type="button" onClick={pin}>
        Pin the selected sentence
      </button>
      {hint ? (
        <span class="error" role="alert">
          {hint}
        </span>
      ) : null}
    </p>
  )
}

const wordsOf = (edit: Edit): string => {
  const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
  switch (edit.kind) {
    case 'fix-speaker':
      return `“${short(edit.quote.text)}” was said by ${edit.speaker?.name ?? 'nobody named'}`
    case 'drop-quote':
      return `“${short(edit.quote.text)}” is no quote`
    case 'move-place':
      return `${edit.place} is ${edit.to.name ?? 'at'} ${edit.to.lat}, ${edit.to.lon}`
    case 'drop-place':
      return `${edit.place} is no place of this story`
    case 'pin-sentence':
      return `pinned: “${short(edit.sentence.text)}”`
    case 'drop-sentence':
      return `left out of the summary: “${short(edit.sentence.text)}”`
    case 'drop-name':
      return `${edit.name} is no name of this story`
    default: {
      const never: never = edit
      return never
    }
  }
}

export const EditList = ({
  edits,
  remove,
}: {
  edits: readonly Edit[]
  remove: (index: number) => void
}): JSX.Element | null =>
  edits.length === 0 ? null : (
    <section class="card" aria-label="Corrections">
      <h3>Corrections</h3>
      <ul class="edits">
        {edits.map((edit, i) => (
          <li key={JSON.stringify(edit)}>
            {wordsOf(edit)}{' '}
            <button type="button" class="plain" onClick={() => remove(i)}>
              undo
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
