/**
 * Newspapers, broadcasters and agencies whose names look like people's or places' to an English reader: news cites them
 * every day, and a tagger that learned from English texts has hardly met them.
 *
 *   "told Le Figaro", "according to Yonhap"   -> organisations
 *
 * Names that are English words ("Time", "Slate") are left out.
 */
import { tokenText } from '../text/reading.ts'
import type { NameContext } from './mend-names.ts'
import type { NameSpan } from './tag-names.ts'
import { isCapitalAt, withBorders } from './trim-names.ts'

const names = `Le Figaro|Le Monde|Le Parisien|Le Soir|Le Temps|Libération|L'Express|L'Humanité|Ouest-France|Mediapart|El País|El Pais|El Mundo|
El Periódico|El Confidencial|La Vanguardia|El Universal|El Comercio|El Tiempo|El Espectador|El Nacional|El Mercurio|El Clarín|La Nación|
La Tercera|La Jornada|Clarín|Página 12|O Globo|Folha de S.Paulo|La Repubblica|Corriere della Sera|La Stampa|Il Messaggero|Il Sole|
Il Giornale|Gazzetta dello Sport|L'Équipe|L'Equipe|Der Spiegel|SPIEGEL|Die Zeit|Die ZEIT|Die Welt|Bild|Süddeutsche Zeitung|
Frankfurter Allgemeine|Tagesspiegel|Handelsblatt|Neue Zürcher Zeitung|Der Standard|Kurier|De Telegraaf|De Volkskrant|De Standaard|
De Morgen|NRC Handelsblad|Algemeen Dagblad|Het Laatste Nieuws|Aftenposten|Dagbladet|Verdens Gang|Dagens Nyheter|Svenska Dagbladet|
Aftonbladet|Expressen|Politiken|Jyllands-Posten|Berlingske|Ekstra Bladet|Helsingin Sanomat|Ilta-Sanomat|Postimees|Delfi|
Gazeta Wyborcza|Rzeczpospolita|Kommersant|Vedomosti|Novaya Gazeta|Izvestia|Rossiyskaya Gazeta|Komsomolskaya Pravda|Meduza|Ukrainska Pravda|
Kyiv Post|Hürriyet|Hurriyet|Cumhuriyet|Milliyet|Kathimerini|Haaretz|Yedioth Ahronoth|Maariv|Asahi Shimbun|Yomiuri Shimbun|Mainichi Shimbun|
Nikkei|Chosun Ilbo|JoongAng Ilbo|Dong-A Ilbo|Xinhua|Yonhap|Kyodo|TASS|Tass|Itar-Tass|Interfax|RIA Novosti|Sputnik News|Anadolu|Anadolu Agency|
IRNA|ISNA|Fars News|Tasnim|Mehr News|ANSA|EFE|DPA|AFP|Agence France-Presse|Belga|Lusa|Bernama|Antara|Press Trust of India|Al Jazeera|
Al-Jazeera|Al Arabiya|Al-Arabiya|Al-Ahram|Al-Akhbar|Al-Manar|Al Mayadeen|Al-Masry Al-Youm|Asharq Al-Awsat|Deutsche Welle|Rai|RAI|ZDF|
Televisa|Telesur|Granma|Prensa Latina|Notimex|Rappler|Dawn News|Politico|Axios|Breitbart News|BuzzFeed News|TechCrunch|Bloomberg News`

/** Each by its first word, the longest first. */
const byFirstWord: ReadonlyMap<string, readonly (readonly string[])[]> = names
  .replaceAll('\n', '')
  .split('|')
  .map(name => name.replaceAll('-', ' - ').split(' ')) // as tokens are cut
  .sort((a, b) => b.length - a.length)
  .reduce(
    (map, words) => map.set(words[0] ?? '', [...(map.get(words[0] ?? '') ?? []), words]),
    new Map<string, string[][]>(),
  )

/** Which lengths those first words have, by the code of their first letter: most capitals are told apart by it. */
const lengthsByFirst = new Uint32Array(256)
for (const word of byFirstWord.keys()) {
  const first = word.charCodeAt(0) & 255
  lengthsByFirst[first] = (lengthsByFirst[first] ?? 0) | (1 << (word.length & 31))
}

const mayBegin = ({ text, tokens }: NameContext['reading'], i: number): boolean => {
  const start = tokens.starts[i] ?? 0
  const lengths = lengthsByFirst[text.charCodeAt(start) & 255] ?? 0
  return (lengths & (1 << (((tokens.ends[i] ?? 0) - start) & 31))) !== 0
}

const score = 0.9

/** Gives those that are there as organisations, unless they are a part of another person's, place's or group's name. */
export const nameMedia = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const found = findMedia(context)
  if (found.length === 0) return spans
  const { count } = context.reading.tokens
  const owner = new Int32Array(count).fill(-1)
  spans.forEach(({ firstToken, endToken }, i) => {
    owner.fill(i, firstToken, endToken)
  })
  const taken = new Uint8Array(count)
  const kept = found.filter(media => {
    for (let i = media.firstToken; i < media.endToken; i++) {
      const other = spans[owner[i] ?? -1]
      if (other && other.kind !== 'other' && !isInside(other, media)) return false
    }
    taken.fill(1, media.firstToken, media.endToken)
    return true
  })
  const rest = spans.filter(({ firstToken, endToken }) => !taken.subarray(firstToken, endToken).includes(1))
  return [...rest, ...kept].sort((a, b) => a.firstToken - b.firstToken)
}

const isInside = (inner: NameSpan, outer: NameSpan): boolean =>
  inner.firstToken >= outer.firstToken && inner.endToken <= outer.endToken

/** In a function of its own: what is made for each of these would be made for every token. */
const namedAt = (reading: NameContext['reading'], i: number): readonly string[] | undefined =>
  byFirstWord
    .get(tokenText(reading, i))
    ?.find(each => each.every((word, k) => tokenText(reading, i + k) === word))

const findMedia = ({ reading }: NameContext): NameSpan[] => {
  const found: NameSpan[] = []
  for (let i = 0; i < reading.tokens.count; i++) {
    if (!mayBegin(reading, i) || !isCapitalAt(reading, i)) continue
    const words = namedAt(reading, i)
    if (!words) continue
    const span = {
      start: 0,
      end: 0,
      firstToken: i,
      endToken: i,
      kind: 'organisation' as const,
      score,
      kindScore: score,
    }
    found.push(withBorders(reading, span, i, i + words.length))
    i += words.length - 1
  }
  return found
}
