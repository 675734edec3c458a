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

const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/ // "quip", "nod", not "talk", "load"
const doublesAtEnd: ReadonlySet<string> = new Set(
  'quip refer admit rebut deter concur permit submit commit demur prefer regret forget extol'.split(' '),
)

const stem = (lemma: string): string => {
  if (lemma.endsWith('ee')) return lemma
  if (/[^aeiouy]e$|[aiou]e$|[aeiouy][^aeiou]e$/.test(lemma)) return lemma.slice(0, -1)
  if (doublesAtEnd.has(lemma) || (doubles.test(lemma) && !/[wxy]$/.test(lemma)))
    return lemma + lemma.slice(-1)
  return lemma
}

const third = (lemma: string): string => {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

const past = (lemma: string): string =>
  /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem(lemma)}ed`.replace('eeed', 'eed')

const gerund = (lemma: string): string => `${stem(lemma)}ing`

/** "labelled" beside "labeled". */
const doubled = (lemma: string): string[] =>
  /[^aeiou][aeiou]l$/.test(lemma) && lemma.length > 4 && !doublesAtEnd.has(lemma)
    ? [`${lemma}ling`, `${lemma}led`]
    : []

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
