/**
 * The articles, newest first: searched by words, narrowed by place and by speaker; and what was refused.
 */
import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { Failure } from './failure.tsx'
import { type Entry, isDesk, loadEntries, loadRejected, onChange, type RejectedDelivery } from './load.ts'

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
export const dateOf = (at: string | null): string => (at === null ? '' : dates.format(new Date(at)))

const mostShown = 100 // at a time; more on demand

/** Options with how many articles each has, most first. */
const counted = (lists: readonly (readonly string[])[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const name of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 300)
}

export const ListView = (): JSX.Element => {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null)
  const [rejected, setRejected] = useState<readonly RejectedDelivery[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [words, setWords] = useState('')
  const [place, setPlace] = useState('')
  const [speaker, setSpeaker] = useState('')
  const [most, setMost] = useState(mostShown)
  const load = useCallback((): void => {
    Promise.all([loadEntries(), loadRejected()]).then(([entries, rejected]) => {
      setEntries(entries)
      setRejected(rejected)
      setFailure(null)
    }, setFailure)
  }, [])
  useEffect(() => {
    document.title = 'Copydesk'
    load()
    return onChange(load)
  }, [load])
  const found = useMemo(
    () => (entries ?? []).filter(entry => isFound(entry, { words, place, speaker })),
    [entries, words, place, speaker],
  )
  if (failure && !entries) return <NothingYet failure={failure} />
  if (!entries)
    return (
      <p class="quiet pad" role="status">
        Fetching the articles…
      </p>
    )
  return (
    <div class="front">
      <search>
        <form class="filters" onSubmit={event => event.preventDefault()}>
          <label>
            Search
            <input
              type="search"
              value={words}
              placeholder="words, names, places"
              onInput={event => setWords(event.currentTarget.value)}
            />
          </label>
          <Choice
            label="Place"
            value={place}
            choose={setPlace}
            options={counted(entries.map(({ places }) => places))}
          />
          <Choice
            label="Speaker"
            value={speaker}
            choose={setSpeaker}
            options={counted(entries.map(({ speakers }) => speakers))}
          />
        </form>
      </search>
      <p class="quiet" role="status">
        {found.length} of {entries.length} {entries.length === 1 ? 'article' : 'articles'}
      </p>
      {found.length === 0 ? (
        <p class="pad">
          Nothing fits.{' '}
          {entries.length === 0
            ? 'Put a file into the drop folder, or try some text.'
            : 'Take a filter away.'}
        </p>
      ) : null}
      <ol class="entries">
        {found.slice(0, most).map(entry => (
          <li key={entry.id}>
            <EntryOf entry={entry} />
          </li>
        ))}
      </ol>
      {found.length > most ? (
        <p class="pad">
          <button type="button" onClick={() => setMost(most + mostShown)}>
            Show more
          </button>
        </p>
      ) : null}
      <RejectedList rejected={rejected} />
    </div>
  )
}

const isFound = (entry: Entry, filter: { words: string; place: string; speaker: string }): boolean => {
  if (filter.place !== '' && !entry.places.includes(filter.place)) return false
  if (filter.speaker !== '' && !entry.speakers.includes(filter.speaker)) return false
  if (filter.words.trim() === '') return true
  const text = [entry.headline, entry.standfirst, entry.oneSentence, ...entry.places, ...entry.speakers]
    .join(' ')
    .toLowerCase()
  return filter.words
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every(word => text.includes(word))
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly choose: (value: string) => void
  readonly options: readonly (readonly [string, number])[]
}

const Choice = ({ label, value, choose, options }: ChoiceProps): JSX.Element => (
  <label>
    {label}
    <select value={value} onChange={event => choose(event.currentTarget.value)}>
      <option value="">any</option>
      {options.map(([name, count]) => (
        <option key={name} value={name}>
          {name} ({count})
        </option>
      ))}
    </select>
  </label>
)

const EntryOf = ({ entry }: { entry: Entry }): JSX.Element => (
  <article>
    <p class="kicker">{[entry.source, dateOf(entry.at)].filter(Boolean).join(' · ')}</p>
    <h2 dir="auto">
      <a href={`#/article/${encodeURIComponent(entry.id)}`}>
        {entry.headline || entry.oneSentence.slice(0, 90) || entry.id}
      </a>
    </h2>
    <p class="lede" dir="auto">
      {entry.standfirst ?? entry.oneSentence}
    </p>
    <p class="quiet small">
      {entry.places.slice(0, 5).join(', ')}
      {entry.places.length > 0 && entry.quotes > 0 ? ' · ' : ''}
      {entry.quotes > 0
        ? `${entry.quotes} ${entry.quotes === 1 ? 'quote' : 'quotes'}${entry.speakers.length > 0 ? `: ${entry.speakers.slice(0, 3).join(', ')}` : ''}`
        : ''}
    </p>
  </article>
)

const RejectedList = ({ rejected }: { rejected: readonly RejectedDelivery[] }): JSX.Element | null =>
  rejected.length === 0 ? null : (
    <section class="rejected" aria-labelledby="h-rejected">
      <h2 id="h-rejected">Refused</h2>
      <ul>
        {rejected.map(({ key, at, problems }) => (
          <li key={key}>
            <p>
              <code>{key.replace(/^rejected\//, '').replace(/\.json$/, '')}</code>{' '}
              <span class="quiet">{dateOf(at)}</span>
            </p>
            <ul>
              {problems.map(({ code, path, message }) => (
                <li key={`${code}${path}${message}`}>{message}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )

/** Without a feed there has been no article yet, which is no failure. */
const NothingYet = ({ failure }: { failure: unknown }): JSX.Element =>
  failure instanceof Error && failure.message.startsWith('There is no such') ? (
    <p class="pad">
      No article has come in yet.{' '}
      {isDesk ? 'Put a file into the drop folder, send a webhook, or try some text.' : ''}
    </p>
  ) : (
    <Failure of={failure} />
  )
