/**
 * The forms of a verb, made from its lemma.
 *
 *   formsOf('quip') -> quip quips quipping quipped      formsOf('say') -> say says saying said
 */
const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `say said said|tell told told|write wrote written|read read read|think thought thought|feel felt felt
  |know knew known|hold held held|find found found|see saw seen|hear heard heard
  |learn learned learned learnt|understand understood understood|teach taught taught|swear swore sworn
  |foresee foresaw foreseen|forecast forecast forecast|foretell foretold foretold|sing sang sung
  |begin began begun|cut cut cut|set set set|spell spelled spelled spelt|speak spoke spoken|make made made
  |take took taken|come came come|go went gone|give gave given|lay laid laid|hit hit hit|shoot shot shot
  |show showed shown|prove proved proven|bet bet bet|dream dreamed dreamed dreamt|forget forgot forgotten
  |forgive forgave forgiven|seek sought sought|beseech besought besought|broadcast broadcast broadcast
  |withdraw withdrew withdrawn|mean meant meant|rebut rebutted rebutted|lead led led|put put put
  |get got got|have had had|be was been|keep kept kept|deal dealt dealt|profer proffered proffered
  |deadpan deadpanned deadpanned|blog blogged blogged`
    .split('|')
    .map(row => row.trim().split(/\s+/))
    .map(([lemma, ...forms]) => [lemma ?? '', forms.join(' ')]),
)

const doublesAtEnd: ReadonlySet<string> = new Set(
  'quip refer admit rebut deter concur permit submit commit demur prefer regret forget extol'.split(' '),
)

// Letters are looked at one by one: some thousand forms are made at every start, and expressions took most of its time.
const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

/** "quip", "nod", not "talk", "load": one vowel, and one consonant behind it. */
const isShort = (lemma: string): boolean => {
  const last = lemma.length - 1
  if (!isVowel(lemma[last - 1]) || !'bdgklmnprt'.includes(lemma[last] ?? ' ')) return false
  for (let i = 0; i < last - 1; i++) if (isVowel(lemma[i])) return false
  return true
}

const stem = (lemma: string): string => {
  if (lemma.endsWith('ee')) return lemma
  if (lemma.endsWith('e') && lemma.length > 1) return lemma.slice(0, -1)
  return doublesAtEnd.has(lemma) || isShort(lemma) ? lemma + lemma.slice(-1) : lemma
}

/** "deny", not "say" */
const endsInY = (lemma: string): boolean => lemma.endsWith('y') && lemma.length > 1 && !isVowel(lemma.at(-2))

const third = (lemma: string): string => {
  if (endsInY(lemma)) return `${lemma.slice(0, -1)}ies`
  const hisses = 'sxzo'.includes(lemma.slice(-1)) || lemma.endsWith('ch') || lemma.endsWith('sh')
  return hisses ? `${lemma}es` : `${lemma}s`
}

const past = (lemma: string): string =>
  endsInY(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem(lemma)}ed`.replace('eeed', 'eed')

const gerund = (lemma: string): string => `${stem(lemma)}ing`

/** "labelled" beside "labeled". */
const doubled = (lemma: string): string[] => {
  const isLong = lemma.length > 4 && lemma.endsWith('l') && isVowel(lemma.at(-2)) && !isVowel(lemma.at(-3))
  return isLong && !doublesAtEnd.has(lemma) ? [`${lemma}ling`, `${lemma}led`] : []
}

/** Lemma, third person, gerund, past and participle, without repetition. */
export const formsOf = (lemma: string): readonly string[] => [
  ...new Set([
    lemma,
    third(lemma),
    gerund(lemma),
    ...(irregular[lemma]?.split(' ') ?? [past(lemma)]),
    ...doubled(lemma),
  ]),
]
