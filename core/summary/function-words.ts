/**
 * Words that say little about what a text is about: articles, pronouns, prepositions, auxiliaries, the verbs of
 * reporting. What is left are content words.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

export const functionWords: ReadonlySet<string> = words(
  `a an the this that these those some any no each every either neither both all many much more most few less least several such
   other another same own enough half i me my mine myself you your yours yourself he him his himself she her hers herself it its
   itself we us our ours ourselves they them their theirs themselves who whom whose which what when where why how whether
   and or but nor so yet for if because although though while as than then since until unless after before once
   of in on at by to from with without within into onto upon about above below under over between among through during against
   across along around behind beside besides beyond near off out up down per via toward towards amid
   be am is are was were been being have has had having do does did doing done will would shall should can could may might must
   ought need dare not n't never 's 're 've 'll 'd 'm s t re ve ll d m ca wo don didn isn wasn aren weren won wouldn couldn
   there here now just also only very too even still again already ever always often sometimes rather quite almost perhaps maybe
   however meanwhile therefore thus later ago well back away like make made get got go goes going went come came take took
   say says said saying tell tells told ask asks asked add adds added according know think thought one two first last
   mr mrs ms dr sen rep gov gen lt col sgt st jr`,
)

/** Words that may open a sentence and link it to the one before: they can be left out, or passed over. */
export const linkingWords: ReadonlySet<string> = words(
  `but and so or yet however meanwhile moreover furthermore additionally besides nevertheless nonetheless also still then
   afterwards later`,
)

/** Words that point at somebody or something named before, when a sentence begins with them. */
export const pointingWords: ReadonlySet<string> = words(
  `he she it they him her them his hers its their theirs this that these those such both neither either another others`,
)

/** After "this", "that", "these", "last": the calendar is pointed at, not the sentence before. */
export const timeNouns: ReadonlySet<string> = words(
  `week month year morning afternoon evening night weekend time season summer winter spring autumn fall monday tuesday wednesday
   thursday friday saturday sunday`,
)

/** Words of speaking for oneself or to the reader; a report of events has them in quotes only. */
export const personalWords: ReadonlySet<string> = words(
  `i me my mine myself we us our ours ourselves you your yours yourself`,
)

export const calendarWords: ReadonlySet<string> = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
   december today yesterday tomorrow tonight`,
)

/** "The second …": of what, the sentence before tells. */
export const countingBack: ReadonlySet<string> = words('second third fourth latter former other others same')

export const reportingWords: ReadonlySet<string> = words(
  `said says say saying told tells added adds according asked asks replied replies wrote writes tweeted explained explains
   insisted insists argued argues stated states recalled recalls warned warns noted notes admitted admits claimed claims denied
   denies declared announced testified posted shouted called remarked joked concluded continued conceded acknowledged complained`,
)
