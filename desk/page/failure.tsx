/**
 * What went wrong, with the problems that were listed.
 */
import type { JSX } from 'preact'
import { Trouble } from './load.ts'

export const Failure = ({ of }: { of: unknown }): JSX.Element => (
  <div class="failure pad" role="alert">
    <p>{of instanceof Error ? of.message : 'Something went wrong.'}</p>
    {of instanceof Trouble && of.problems.length > 0 ? (
      <ul>
        {of.problems.map(({ code, path, message }) => (
          <li key={`${code}${path}${message}`}>{message}</li>
        ))}
      </ul>
    ) : null}
  </div>
)
