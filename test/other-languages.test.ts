/** What an article in another language gets, and what it is told that it does not get. */
import { describe, expect, it } from '@jest/globals'
import { articleToVariants } from '../core/article-to-variants.ts'
import { draftToArticle } from '../core/read/draft-to-article.ts'
import { readPlainText } from '../core/read/read-plain-text.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'

const knowledge = loadKnowledge()

const read = (text: string) => {
  const read = draftToArticle(readPlainText(text), {
    source: 'test',
    sourceId: 'a',
    receivedAt: '2031-01-02T03:04:05Z',
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { article: read.article, variants: articleToVariants(read.article, knowledge) }
}

describe('another language', () => {
  const german = `Hochwasser schneidet Riesa ab\n\nDRESDEN (dpa) – Nach tagelangem Regen ist die Elbe am Montag über die Ufer getreten. Bürgermeister Hans Keller sagte: „Wir haben so etwas noch nie gesehen.“ Die Bundeswehr schickte Soldaten aus Leipzig und Berlin.\n\nAm Dienstag soll das Wasser in Sachsen wieder sinken.`

  it('is told by its words', () => {
    expect(read(german).article.language).toBe('de')
  })

  it('gets what stands in quotation marks, without a speaker', () => {
    expect(read(german).variants.quotes.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['Wir haben so etwas noch nie gesehen.', null],
    ])
  })

  it('gets its places by name', () => {
    const codes = read(german).variants.places.map(
      ({ asWritten, countryCode }) => `${asWritten} ${countryCode}`,
    )
    expect(codes).toEqual(expect.arrayContaining(['Leipzig DE', 'Sachsen DE']))
  })

  it.each([
    [
      'fr',
      'PAU (AFP) – De fortes pluies ont touché la ville de Nîmes et des villages près de Béziers. Le maire de Toulouse a envoyé des pompiers, et les trains entre Lyon et Marseille sont arrêtés depuis lundi.',
      ['Nîmes FR', 'Béziers FR', 'Toulouse FR', 'Lyon FR', 'Marseille FR'],
    ],
    [
      'it',
      'FIRENZE (ANSA) – Le piogge hanno colpito Prato e Pistoia nella notte. Il sindaco di Bologna ha mandato i vigili del fuoco e i treni tra Milano e Roma sono fermi da ieri.',
      ['Prato IT', 'Pistoia IT', 'Bologna IT', 'Milano IT', 'Roma IT'],
    ],
    [
      'nl',
      'MAASTRICHT (ANP) – De burgemeester van Venlo zei dat mensen uit Roermond zijn vertrokken. Het leger stuurde soldaten vanuit Eindhoven en Breda, maar het water blijft volgens de provincie nog dagen hoog.',
      ['Venlo NL', 'Roermond NL', 'Eindhoven NL', 'Breda NL'],
    ],
  ])('gets its towns in %s', (language, text, places) => {
    const { article, variants } = read(`Titel\n\n${text}`)
    expect(article.language).toBe(language)
    expect(variants.places.map(place => `${place.asWritten} ${place.countryCode}`)).toEqual(
      expect.arrayContaining(places),
    )
  })

  it('takes no word behind an article for a town, and no name of a person', () => {
    const { variants } = read(
      'Kritik\n\nKÖLN (dpa) – Am Montag war das Essen kalt, und der Regen schlug gegen die Halle. Frau Anna Singen sagte, man habe den Winter noch nicht hinter sich. Danach ging es weiter.',
    )
    expect(variants.places.map(({ asWritten }) => asWritten)).toEqual(['KÖLN'])
  })

  it('gets its lead, and no people or organisations', () => {
    const { summary, names } = read(german).variants
    expect(summary.sentences[0]?.text).toContain('ist die Elbe am Montag')
    expect(names).toEqual([])
  })

  it('is told what was left out', () => {
    const rooms = read(german).variants.limits.map(limit => limit.split(':')[0])
    expect(rooms).toEqual(expect.arrayContaining(['names', 'places', 'quotes', 'summary']))
    expect(read('The mayor of Leeds said on Monday that the road would be shut.').variants.limits).toEqual([])
  })
})
