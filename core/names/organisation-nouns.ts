/**
 * Nouns that make a name an organisation's: at its end ("Free River Army"), or before "of" and "for" ("Institute for").
 * Those stand here whose names are organisations nine times in ten in the training texts, and their like.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const lastNouns = set(
  `Party Association Army Foundation Council Institute Institution Group Committee Alliance Movement Force Forces Fund Bank
   Orchestra Assembly Corporation Company Co. Navy Coalition Commission Department
   Departments Parliament Trust Board Bureau Organization Organisation Agency Agencies Airlines Airways Watch Guard Authority Brigade
   Brigades Battalion Regiment Militia Ministry Syndicate Taskforce Directorate Constabulary Secretariat Tribunal Ombudsman`,
)

/** Nouns of companies: no place is called so, whatever the tagger says. */
const companyNouns = set(
  `Inc Inc. Ltd Ltd. LLC PLC plc GmbH AG AB SA NV SE SpA Oyj ASA Bhd Corp Corp. Pharmaceuticals Therapeutics Biologics Biosciences Biotech Technologies Industries Holdings Electronics Motors Telecom
   Telecommunications Enterprises Laboratories Labs Partners Associates Consulting Logistics Aerospace Semiconductor Semiconductors
   Insurance Securities Petroleum Chemicals Steelworks Automotive Aviation Broadcasting Publishing Publishers
   Railways Breweries Brewing Foods Solutions Ventures Studios Pictures`,
)

/** Before "of" or "for", and the name that follows. */
const firstNouns = set(
  `Institute Center Centre Department Ministry Council Committee Office Bureau Association Society Foundation Campaign Coalition
   University Bank Board Federation School College Commission Agency Alliance Union League Organization Organisation Authority
   Academy Fund Network Police Guard Army Navy Corps Service Services Administration Parliament Senate Assembly Cabinet Church Hospital
   Times Post Journal News Chamber House Court Directorate Secretariat Party Movement Initiative Conference Congress Confederation
   Guild Trust Partnership Institution Laboratory Club Order Friends Company Corporation`,
)

/** The common noun beside a name says that it is an organisation: "spy agency GCHQ", "Elmet, the retailer". */
const groupNouns = set(
  `agency company firm union retailer broadcaster newspaper magazine bank charity supermarket airline carmaker automaker manufacturer
   maker startup start-up regulator watchdog publisher label insurer developer operator supplier contractor group organisation
   organization party network website brand chain consultancy lender brewer drugmaker publication tabloid channel
   think-tank federation association giant`,
)

export const isGroupNoun = (word: string): boolean => groupNouns.has(word)
export const endsOrganisation = (word: string): boolean => lastNouns.has(word) || companyNouns.has(word)
export const endsCompany = (word: string): boolean => companyNouns.has(word)
export const beginsOrganisation = (word: string): boolean => firstNouns.has(word)
