import { openAnnotated } from './annotated.ts'
import { takeLessons, train, measureGain, meanPoints, type Constants, type Column, type Gain } from './training.ts'
import { summaryModel } from '../../core/summary/weights.ts'
const bare = !process.argv.includes('--rooms')
const sets = [openAnnotated('summary-cnn', { isBare: bare }), openAnnotated('summary-summeval', { isBare: bare }), openAnnotated('summary-summeval', { isBare: bare, firstReference: true })]
const show = (g: Gain) => { const m = meanPoints(g); return m.map(x => x.toFixed(2)).join(' ') + ` mean ${((m[0] + m[1] + m[2]) / 3).toFixed(3)} words ${g.words.toFixed(1)}/${g.lead3Words.toFixed(0)} lead ${(100 * g.leadShare).toFixed(0)}%` }
const { targetWords, slackWords, leadBonus, firstBonus, lengthCharge } = summaryModel
const base: Constants = { targetWords, slackWords, leadBonus, firstBonus, lengthCharge }
const lessons = sets.map(s => takeLessons(s, base))
const run = (label: string, c: Constants, lambda = 2e-4, leftOut: Column[] = [], w = [1, 4, 4]) => {
  const M = [0, 1, 2, 3, 4].map(f => train(lessons.map((l, i) => [l, w[i]!] as const), c, { lambda, leftOut, skipFold: f }))
  const C = train([[lessons[0]!, 1]], c, { lambda, leftOut }), S = train([[lessons[1]!, 1], [lessons[2]!, 1]], c, { lambda, leftOut })
  console.log(label.padEnd(22), 'cv', sets.map(s => show(measureGain(s, a => M[a.fold]!))).join(' | '), '\n'.padEnd(24), 'tr', [show(measureGain(sets[0]!, () => S)), show(measureGain(sets[1]!, () => C)), show(measureGain(sets[2]!, () => C))].join(' | '))
}
const off: Column[] = ['headline', 'people', 'places']
run('base', base, 2e-4, off)
for (const l of [5e-5, 1e-3, 3e-3]) run('lambda ' + l, base, l, off)
for (const leadBonus of [0, 0.005, 0.015, 0.02]) run('leadBonus ' + leadBonus, { ...base, leadBonus }, 2e-4, off)
for (const firstBonus of [0, 0.04]) run('first ' + firstBonus, { ...base, firstBonus }, 2e-4, off)
if (!bare) run('rooms', base, 2e-4, ['headline'])
for (const c of ['dates','brief','numbers','repeats','depth','adjacent','count','personal','central','introduces','length','overlap','position'] as Column[]) run('-' + c, base, 2e-4, [...off, c])
