/**
 * Titles before a person's name. They are not part of the name: "Justice Antonin Scalia" is Antonin Scalia.
 *
 *   nameStart(…"Chief Justice John Roberts") -> the token of "John"
 */
import { isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'

/** They say how to address, not what somebody is. */
export const honorifics: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Mx Miss Sir Dame Lord Lady Madam Madame Monsieur Herr Frau Señor Señora Messrs'.split(' '),
)

/** They say what somebody is, and stand before the name. */
export const officeTitles: ReadonlySet<string> = new Set(
  `Dr Doctor Prof Professor Sen Sens Senator Senators Rep Reps Representative Congressman Congresswoman Gov Govs Governor Gen Gens
   General Lt Lieutenant Col Colonel Sgt Sergeant Capt Captain Cmdr Commander Adm Admiral Maj Major Cpl Corporal Pvt Private Brig
   Brigadier Rev Reverend President Vice Prime Minister Premier Chancellor Chief Justice Judge Attorney Secretary Treasurer Speaker
   Mayor Ambassador Envoy Detective Det Officer Constable Inspector Insp Superintendent Supt Sheriff Deputy Marshal Coach Coroner
   Commissioner Councillor Councilman Councilwoman Cllr Ald Alderman Archbishop Bishop Cardinal Imam Rabbi Sheikh Ayatollah
   Dean Director Chairman Chairwoman Archdeacon Spc Specialist Trooper Firefighter`.split(/\s+/),
)

const bare = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word)

export const isHonorific = (word: string): boolean => honorifics.has(bare(word))
export const isOfficeTitle = (word: string): boolean => officeTitles.has(bare(word))

/** Of a person's tokens [first, end), the first that is not a title; the last token is always name. */
export const nameStart = ({ text, tokens }: Reading, first: number, end: number): number => {
  let start = first
  while (start < end - 1) {
    const word = text.slice(tokens.starts[start], tokens.ends[start])
    if (!isHonorific(word) && !isOfficeTitle(word)) break
    if (!isUpperAt(text, tokens.starts[start + 1] ?? 0)) break // "General de Gaulle" stays whole
    start++
  }
  return start
}
