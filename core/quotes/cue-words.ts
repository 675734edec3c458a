/**
 * Words that report what somebody says, thinks or wants, and what each may take. Data.
 *
 *   tell:qce -> a direct quote, a clause, and before them the one who is told
 *
 *   q a direct quote ("Go," he quipped)      c a clause (said that …, wondered whether …)
 *   o an object that is the matter (praised the plan)    t an infinitive (vowed to stay)
 *   e an addressee before the rest (told Ana that …)     a "X as Y", "X Y" (called it a sham)
 *   s only "X as Y" (cast it as a sham; not: cast a vote)
 *   w weak: reports only with a quote or a clause beside it (show, find, write, see)
 */

/** Verbs by what they take; forms are made by verb-forms.ts. */
export const cueVerbs = `
say:qc tell:qce add:qc state:qc announce:qco declare:qco explain:qco argue:qc claim:qc note:qco insist:qc assert:qc
remark:qc reply:qc respond:qc answer:qc comment:q observe:qc mention:qco report:qcow acknowledge:qco admit:qcto
concede:qco confess:qct confirm:qco contend:qc maintain:qc allege:qco affirm:qc assure:qce inform:ce remind:qce
warn:qcet caution:qce advise:qceto recall:qco recount:qco relate:w repeat:qcow reiterate:qco stress:qco emphasize:qco
emphasise:qco underline:o underscore:o clarify:qco elaborate:q continue:qw conclude:qco counter:qc retort:q
interject:q interrupt:q chime:q object:qc protest:qc complain:qc grumble:q lament:qco bemoan:o joke:qc quip:q laugh:qw
chuckle:q smile:qw sigh:q shrug:qw snap:qw bark:qw growl:q mutter:qc mumble:q whisper:qc murmur:q shout:qc yell:qc
scream:qc cry:qw exclaim:qc boast:qc brag:qc gush:q crow:q marvel:qc muse:qc ponder:qc opine:qc theorize:c
speculate:qc hypothesize:c reason:qcw predict:qco forecast:co prophesy:c foresee:co project:cow estimate:co reckon:c
testify:qc swear:qct vow:qct pledge:qcto promise:qctoe threaten:qct propose:qcto suggest:qco recommend:qco urge:qceto
implore:qe plead:qt beg:qew beseech:qe demand:qcto order:qcew instruct:qe command:qw direct:w request:qcow ask:qcet
inquire:qc enquire:qc query:qc question:qco wonder:qc tweet:qco retweet:qo post:qw blog:qc write:qcw email:qw
message:qw reveal:qcow disclose:qco divulge:o leak:w hint:qc imply:co insinuate:c intimate:c signal:cotw indicate:qco
proclaim:qco pronounce:qw preach:qw teach:w lecture:qw narrate:q dictate:w sing:qw chant:qo toast:qw tease:qw mock:o
ridicule:o deride:oa denounce:oa condemn:oa decry:o slam:oa blast:oa criticize:oa criticise:oa attack:o rip:ow
lambaste:oa lambast:oa castigate:oa chastise:oa scold:qo rebuke:qo berate:o blame:o fault:o accuse:oe chide:qo
admonish:qeo bash:o assail:oa excoriate:o skewer:o savage:o disparage:o dismiss:oa reject:oa rebut:o refute:o deny:co
dispute:co contest:ow contradict:o challenge:ow disavow:o repudiate:o renounce:o retract:o praise:oa commend:oa
applaud:o hail:oa laud:oa celebrate:ow salute:o thank:o congratulate:o compliment:o extol:o tout:oa champion:o
defend:oa endorse:oa support:o back:ow oppose:o favor:o favour:o advocate:co espouse:o embrace:ow promote:ow
describe:oa characterize:oa characterise:oa portray:oa depict:oa label:oa brand:oa dub:oa call:qaw term:aw deem:oa
consider:aw regard:a view:aw liken:o compare:ow cite:o quote:ow reference:o address:ow discuss:o highlight:o outline:o
detail:ow specify:co list:ow name:w identify:ow apologize:q apologise:q cheer:qw react:qw interpret:oa believe:qco
think:qcw feel:qcw hope:ct fear:qco worry:qc doubt:co suspect:co assume:c presume:c suppose:c imagine:co guess:qc
bet:cw know:cw realize:c realise:c recognize:co recognise:co understand:co accept:co agree:qct disagree:q expect:cto
anticipate:co want:to wish:ct desire:o prefer:to like:tow love:tow hate:tow dislike:o loathe:o despise:o admire:o
respect:o resent:o regret:co appreciate:o need:w intend:t plan:t aim:t seek:to aspire:t long:t yearn:t decide:ct
determine:cw resolve:ctw vote:tw refuse:t decline:t offer:tow volunteer:qt remember:qco forget:cw notice:c see:cow
hear:cw learn:cw discover:cw find:caw show:cow demonstrate:cow prove:cow read:qw rule:cw hold:cw judge:cow calculate:c
forewarn:c postulate:c posit:c stipulate:c decree:c certify:cw dream:cw envision:o envisage:o attest:c vouch:w
concur:qc consent:tw fume:q rant:q rail:w vent:q thunder:q bellow:q roar:qw stammer:q gasp:q whine:q moan:q groan:q
sob:q enthuse:q deadpan:q intone:q recite:qo summarize:qo summarise:qo paraphrase:qo reassure:qce notify:ce brief:ew
convince:ce persuade:cet encourage:eto invite:et press:ew lobby:ew petition:ew appeal:w reflect:qw trumpet:o echo:o
parrot:o second:w justify:o rationalize:o foretell:co portend:w mandate:w require:cow guarantee:co assess:ow
evaluate:w diagnose:w analyze:w contemplate:o debate:ow mull:o blurt:q spout:q utter:qo voice:o air:w express:o
convey:co communicate:co relay:co share:ow publish:w issue:w release:w broadcast:w confide:qc gripe:qc carp:q jibe:q
gibe:q snipe:q snark:q sneer:q scoff:q jeer:q hiss:q demur:q hedge:q deflect:w parry:q rejoin:q riposte:q
cast:s frame:s pitch:s paint:s credit:o flag:o telegraph:o float:ow pan:o trash:o slate:o vilify:o demonize:o belittle:o denigrate:o
malign:o smear:o taunt:qo heckle:q insult:o lampoon:o pillory:o upbraid:o reprimand:o censure:o deplore:co abhor:o detest:o
welcome:qo mourn:o pity:o envy:o covet:o distrust:o mistrust:o crave:o clamor:q clamour:q balk:q bristle:q grouse:qc fret:qc
reminisce:q counsel:qo exhort:oe cajole:w entreat:qe rebuff:o spurn:o revere:o idolize:o cherish:o relish:o plug:o hype:o
herald:o underplay:o exaggerate:o overstate:o understate:o downplay:o minimize:o minimise:o excuse:o forgive:o rue:o bewail:o
harangue:o nag:qe quiz:o grill:o interrogate:o aver:qc avow:qc surmise:c conjecture:c deduce:c infer:c ruminate:q bicker:q
quarrel:q squabble:q gloat:q exult:q rejoice:q beam:q grin:q grimace:q shriek:q squeal:q wail:q whimper:q croak:q drawl:q
purr:q coo:q rasp:q babble:q ramble:q drone:q pontificate:q moralize:q philosophize:q
`

/** Verb and particle or preposition; what follows is the matter (o), a clause (c) or a quote (q). */
export const cuePhrases = `
point out:qco|point to:o|go on:q|go further:q|call for:o|call on:oe|call upon:oe|refer to:o|speak of:o|speak about:o
speak out:o|talk about:o|talk of:o|talk up:o|allude to:o|touch on:o|comment on:o|complain about:o|complain of:o
object to:o|agree with:o|disagree with:o|argue for:o|argue against:o|warn of:o|warn about:o|warn against:o
boast of:o|boast about:o|brag about:o|joke about:o|apologize for:o|apologise for:o|hope for:o|hint at:o
insist on:o|push for:o|press for:o|plead for:o|pray for:o|wish for:o|opt for:o|vote for:o|vote against:o
worry about:o|wonder about:o|think about:o|think of:o|dream of:o|believe in:o|approve of:o|disapprove of:o
accuse of:o|blame for:o|criticize for:o|praise for:o|thank for:o|rail against:o|rant about:o|inveigh against:o
lash out:o|come out:o|speak up:q|chime in:q|cut in:q|weigh in:qo|fire back:qo|shoot back:q|hit back:qo|push back:qo
spell out:o|lay out:o|lay into:o|set out:o|rule out:o|make clear:co|turn down:o|take issue:o|take aim:o
sound off:o|play down:o|play up:o|double down:o|respond to:o|reply to:o|react to:o|deal with:w|side with:o
sign off:w|write off:w|read aloud:q|cry out:q|call out:qo|blurt out:q|point at:w|report on:o
remark on:o|put it:qc|sum up:qo|reflect on:o|elaborate on:o|expand on:o|wave off:o|brush off:o|brush aside:o|shrug off:qo|laugh off:qo|walk back:o
stand by:o|vouch for:o|speak against:o|hit out:o|tear into:o|rip into:o|fire off:qo|balk at:o|bristle at:qo|scoff at:qo|sneer at:o
marvel at:o|chafe at:o|gripe about:o|moan about:o|grumble about:o|fret about:o|fret over:o|rave about:o|gush about:o|gush over:o
enthuse about:o|reminisce about:o|caution against:o|advise against:o|appeal for:o|campaign for:o|campaign against:o|lobby for:o
lobby against:o|yearn for:o|long for:o|clamor for:o|clamour for:o|frown on:o|frown upon:o|aspire to:o|attest to:o|testify to:o
bicker over:o|bicker about:o|quarrel over:o|muse about:o|muse on:o|hold forth:q|harp on:o|gloss over:o|root for:o|cheer for:o
cheer on:o|own up:q|confess to:o|admit to:o|hark back:o|harken back:o|hammer home:qo|drive home:o|put forward:o|put forth:o|set forth:o
side against:o|speculate about:o|ask about:o|ask for:o|inquire about:o
`

/** Nouns of saying and thinking: "his claim that …", "calls for …", "in a statement". */
export const cueNouns = `
claim statement assertion allegation accusation argument belief view opinion conviction suggestion proposal promise
pledge vow threat warning prediction forecast hope fear worry concern doubt suspicion expectation assumption
announcement declaration admission acknowledgement acknowledgment confession complaint criticism critique praise
support opposition endorsement call demand plea insistence contention denial rejection refusal
comment remark observation conclusion estimate recommendation explanation confirmation assessment assurance
condemnation denunciation description characterization testimony desire wish intention preference advice
notion dictum mantra theory verdict stance regret admiration skepticism scepticism
`

/** Between a subject and its cue, and part of the cue: "has also repeatedly said". */
export const auxiliaries = `have has had having 've 's 'd ’ve ’s ’d is are was were be been being am 'm ’m 're ’re do does did
will would shall should can could may might must 'll ’ll wo ca`
export const negations = `not n't n’t never no neither nor nothing none nobody`

/** "is convinced that", "are reluctant to": what somebody thinks, told by an adjective. */
export const cueAdjectives = `
convinced confident sure certain hopeful optimistic pessimistic worried concerned afraid fearful glad happy pleased proud surprised
disappointed sorry skeptical sceptical doubtful aware unaware adamant willing unwilling eager reluctant determined committed opposed
angry upset frustrated wary grateful thankful supportive critical unafraid unsure uncertain mindful ashamed puzzled alarmed
delighted thrilled outraged furious baffled shocked stunned dismayed
`

/** "made a promise", "expressed concern": a verb that only carries the noun of saying. */
export const lightVerbs = `
make makes made making give gives gave given giving have has had having express expresses expressed expressing issue issues issued
issuing take takes took taken taking raise raises raised raising voice voices voiced voicing hold holds held share shares shared
offer offers offered offering deliver delivers delivered show shows showed shown reiterate reiterated announce announced
`
