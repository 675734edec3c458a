/**
 * Try it: text or a file, read as you stop typing, by the desk on this machine; nothing is stored and nothing leaves it.
 */

import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { counted } from '../../content-schema/counted.ts'
import { Reading } from './article-view.tsx'
import { Failure } from './failure.tsx'
import { readOnTrial, type Trial } from './load.ts'

const pauseMs = 300 // after the last key; shorter flickers, longer feels dead

interface Given {
  readonly name: string
  readonly body: string | File
}

export const TryView = (): JSX.Element => {
  const [given, setGiven] = useState<Given>({ name: 'pasted', body: '' })
  const [trial, setTrial] = useState<Trial | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isOver, setIsOver] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    document.title = 'Try it · Copydesk'
    area.current?.focus()
  }, [])
  useEffect(() => {
    if (typeof given.body === 'string' && given.body.trim() === '') {
      setTrial(null)
      setFailure(null)
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(() => {
      readOnTrial(given.name, given.body, controller.signal).then(
        trial => {
          setTrial(trial)
          setFailure(null)
        },
        (error: unknown) => {
          if (controller.signal.aborted) return
          setTrial(null)
          setFailure(error)
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [given])
  const take = (file: File | undefined): void => {
    if (file) setGiven({ name: file.name, body: file })
  }
  return (
    <div class="try">
      <h1>Try it</h1>
      <p class="quiet">
        Paste an article, or drop a file (.txt .html .md .json). It is read on this machine and not kept.
      </p>
      <label class="visually-hidden" for="try-text">
        Text of the article
      </label>
      <textarea
        id="try-text"
        ref={area}
        class={isOver ? 'over' : ''}
        rows={10}
        dir="auto"
        placeholder="RIVERTON, Ohio — Two bridges fell on Monday, Sheriff Dan Poe said…"
        value={
          typeof given.body === 'string' ? given.body : `${given.name} (${counted(given.body.size, 'byte')})`
        }
        onInput={event => setGiven({ name: 'pasted', body: event.currentTarget.value })}
        onDragOver={event => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={event => {
          event.preventDefault()
          setIsOver(false)
          take(event.dataTransfer?.files[0])
        }}
      />
      <p class="buttons">
        <label class="file">
          Choose a file
          <input
            type="file"
            accept=".txt,.html,.htm,.md,.json,.xml"
            onChange={event => take(event.currentTarget.files?.[0])}
          />
        </label>
        <span class="quiet" role="status">
          {trial ? `read in ${trial.ms.toFixed(1)} ms` : ''}
        </span>
      </p>
      {failure ? <Failure of={failure} /> : null}
      {trial ? <Reading article={trial.document} add={undefined} /> : null}
    </div>
  )
}
