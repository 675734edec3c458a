/** What the bundle of the bench can measure, by name. */
export const timedFigures = ['warm', 'counts', 'growth', 'opening', 'publish', 'memory'] as const
export type TimedSection = (typeof timedFigures)[number] | 'stages' | 'allocations' | 'calls'
