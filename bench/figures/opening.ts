/**
 * Reading and opening the packed data: in a process that did so before.
 */
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { type Figure, median } from '../figure.ts'

const rounds = 15

export const openingFigures = (folder: string): Figure[] => {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    loadKnowledge(folder)
    return performance.now() - started
  })
  return [
    {
      key: 'opening.median',
      what: 'opening all packed data, files cached',
      value: median(times),
      unit: 'ms',
    },
  ]
}
