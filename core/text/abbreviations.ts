/**
 * Abbreviations that keep their full stop: "Gen.", "Fla.", "Inc.".
 * A full stop after one of them ends a sentence only where the next word begins one.
 */

/** Before a name: the sentence never ends here. */
export const titleAbbreviations: ReadonlySet<string> = new Set(
  `Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Adm Maj Pvt Cpl Spc Brig Cdr Rev Revs Hon Pres Sec
   Supt Insp Det Msgr Fr St Ste Mt Mts Ft Pte Messrs Mme Mlle Atty Amb Ald Asst Assoc Dir Cllr Del Cpt Gens Drs Profs`.split(
    /\s+/,
  ),
)

/** After a name or a number: the sentence may end here. */
export const trailingAbbreviations: ReadonlySet<string> = new Set(
  `Jr Sr Inc Corp Co Cos Ltd Bros Assn Dept Univ Ave Blvd Rd Esq PhD Ph.D M.D etc vs Jan Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec
   approx est cf al ed eds Llc Plc Intl Natl`.split(/\s+/),
)

/** AP's states: they keep the stop after a comma ("Mobile, Ala."), and where no English word looks the same. */
export const stateAbbreviations: ReadonlySet<string> = new Set(
  `Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash
   Wis Wyo Que Ont Alta Sask`.split(/\s+/),
)
export const statesThatAreWords: ReadonlySet<string> = new Set(
  'Ill Ind La Mass Miss Mo Ore Pa Wash Del Ark Colo Conn Ga Va'.split(' '),
)

/** "No. 10": only before a digit. */
export const numberAbbreviations: ReadonlySet<string> = new Set('No Nos Fig Figs Vol Art pp p'.split(' '))
