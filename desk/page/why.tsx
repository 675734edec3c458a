/**
 * Why a finding is what it is: the rule, how sure, and what else was considered.
 */
import type { ComponentChildren, JSX } from 'preact'

interface Props {
  readonly by: string
  readonly confidence?: number
  readonly children?: ComponentChildren
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`

export const Why = ({ by, confidence, children }: Props): JSX.Element => (
  <details class="why">
    <summary>Why</summary>
    <dl>
      <dt>Rule</dt>
      <dd>{by}</dd>
      {confidence === undefined ? null : (
        <>
          <dt>Confidence</dt>
          <dd>
            <meter min={0} max={1} value={confidence} aria-label="confidence" /> {percent(confidence)}
          </dd>
        </>
      )}
      {children}
    </dl>
  </details>
)
