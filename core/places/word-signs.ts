/**
 * Words around a name that tell what it is: small closed classes, in one place.
 *
 *   "in Nice", "Mr. Nice", "the Nice Post", "Nice University"
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Of other languages, those that mean nothing in English: "Soldaten aus Leipzig", "depuis Lyon". */
const prepositionsElsewhere = 'aus nach bei dans vers depuis chez desde hasta em até från naar uit'

export const placePrepositions = set(
  `in at near from to of into outside inside around across throughout toward towards between through beyond within via
   for with by over off on along above below behind past against
   ${prepositionsElsewhere}`,
)
export const locatingPrepositions = set('in at near outside inside around across throughout within')
export const directionWords = set(
  `north south east west northern southern eastern western northeast northwest southeast southwest northeastern
   northwestern southeastern southwestern north-eastern north-western central upper lower downtown suburban rural coastal
   inland greater metro metropolitan mainland neighboring neighbouring nearby`,
)
export const courtesyTitles = set('Mr. Mrs. Ms. Miss Mr Mrs Ms Dr. Dr Sir Lady Lord Rev. Rev Fr. Prof. Prof')
export const personTitles = set(
  `President Senator Sen. Rep. Representative Gov. Governor Mayor Judge Justice Sheriff Officer Detective Sgt. Sergeant Lt.
   Lieutenant Capt. Captain Col. Colonel Gen. General Maj. Major Cpl. Chief Coach Councilman Councilwoman Councilor Cllr
   Commissioner Minister Secretary Pope Prince Princess King Queen Pastor Father Sister Brother Bishop Archbishop Cardinal
   Rabbi Imam Sheikh Ayatollah Professor Doctor Chairman Chairwoman Superintendent Principal Trooper Deputy Constable
   Inspector Attorney Ambassador Congressman Congresswoman Delegate Assemblyman Alderman Selectman`,
)
export const speechVerbs = set(
  'said says told tells added adds wrote asked explained noted testified recalled insisted replied laughed smiled joked',
)
export const geographicNouns = set(
  `county counties province provinces state city town township village district region governorate river lake mountain
   mountains island islands valley bay beach peninsula airport park forest desert coast border canyon creek harbor harbour
   port hills heights parish borough neighborhood neighbourhood suburb prefecture oblast municipality area metropolitan
   territory strait gulf sea ocean basin plain plateau hill mount fort camp reservoir dam falls springs square bridge
   street avenue cemetery courthouse`,
)
export const mediaNouns = set(
  `post times herald tribune journal review gazette news star sun press observer chronicle mail telegraph guardian express
   daily examiner dispatch enquirer inquirer record courier advertiser sentinel mercury globe standard magazine radio tv
   television broadcasting democrat-gazette journal-constitution`,
)
export const schoolNouns = set(
  'university college school schools elementary academy high institute state tech polytechnic seminary middle junior h.s.',
)
export const officeNouns = set(
  `police department council court office sheriff commission board hospital library church bank authority ministry
   government agency service center centre foundation association society club committee chamber museum theater theatre
   hotel bureau administration embassy fire parliament army navy force forces guard airlines airways company corp inc
   national city county municipal regional medical health public superior circuit district`,
)
export const sportNouns = set(
  `united fc wanderers rovers athletic albion hotspur rangers giants bears lions tigers eagles hawks bulldogs wildcats
   cowboys patriots yankees mets sox cubs cardinals braves dodgers angels lakers bulls celtics knicks heat magic spurs jets
   raiders chargers broncos chiefs ravens steelers browns bengals titans colts texans jaguars panthers saints falcons
   buccaneers vikings packers redskins rams seahawks 49ers`,
)
export const eventNouns = set(
  `treaty accord accords agreement conference summit declaration protocol convention festival marathon olympics games cup
   open derby grand prix war conflict attack attacks syndrome virus fever flu prize award awards series show trial act law
   plan report`,
)
/** "Athens police", "a Crafton man" */
export const localNouns = set(
  `police officials officers residents resident man woman men women native natives mayor council councilman councilwoman
   schools school officer family firefighters couple teenager teen girl boy students student voters businessman lawyer
   attorney office headquarters home campus office branch store plant factory fans coach native-born suburbs team`,
)
