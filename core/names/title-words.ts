/**
 * Words that stand before a name and say what somebody is or how they are addressed: English ones and those that
 * English news borrows. Longer than titles.ts, which the training texts were cut by and which is kept for that.
 *
 *   "Taoiseach", "Ayatollah", "Det", "Lt. Col.", "Parliamentarian"
 *
 * Words that are names as well ("Amir", "Sultan", "Don") are left out.
 */
import { isHonorific, isOfficeTitle } from './titles.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Titles of state, church, police, arms and learning. */
const borrowedTitles = set(
  `Taoiseach Tánaiste Tanaiste Lehendakari Bundeskanzler Bundeskanzlerin Kanzler Kanzlerin Presidente Presidenta Ministro Ministra
   Senador Senadora Alcalde Alcaldesa Gobernador Gobernadora Comandante Subcomandante Onorevole Sindaco Voivode Ombudsman
   Minister Ministers Vice-President Vice-Chancellor Vice-Chairman Co-President Co-Chairman Minister-President Undersecretary
   Under-Secretary Secretary-General Director-General Solicitor-General Governor-General Attorney-General Chairperson Chairlady
   Congressmember Assemblyman Assemblywoman Assemblymember Selectman Selectwoman Councilmember Councillors Councilor Councilors
   Alderwoman Supervisor Comptroller Prosecutor Magistrate Sen-elect President-elect Mayor-elect Governor-elect
   MP MPs MEP MSP MLA MLAs Lawmaker Legislator Parliamentarian Parliamentarians Deputies Presidents Premiers Governors Mayors Judges
   Justices Bishops Cardinals Archbishops Generals Chancellors Comrade Hon Honourable Honorable Excellency
   Emir Emirs Emperor Empress Kaiser Tsar Czar Shogun Viscount Viscountess Baroness Marquess Marquis Oba Kgosi Rajah
   Grand Crown Rear Field Staff Lance Wing Squadron Flight Petty Warrant Special Senior Junior Acting Interim Assistant Associate
   Agent Investigator Patrolman Patrolwoman Sergeant-Major Sgt-Maj SSgt Pfc Pte Lance-Corporal Corporals Captains Colonels
   Lieutenants Lieut LtCol Gefreiter Oberst Detectives Sergeants Inspectors Superintendents Officers Constables Warden Ofc Ptl
   DI DCI DS DC PC WPC Supt Ch Comm Commdr Comdr Cdr Adml Airman Seaman Midshipman Petty Officer Marshall
   Patriarch Metropolitan Monsignor Msgr Mgr Pastor Deacon Archdeacon Canon Vicar Abbot Abbess Prior Friar Fr Swami Lama Mufti Mullah
   Maulana Moulana Mawlana Maulvi Mawlawi Hojatoleslam Hojjatoleslam Hujjatul Hajji Haji Hadji Alhaji Alhaja Hajia Qari Rebbe Lubavitcher
   Ven Venerable Bishop-elect Shaikh Shaykh Sheik Cheikh Imams Rabbis Sheikhs
   Datuk Dato Datin Tengku Pehin Smt Shri Shrimati Thiru Selvi Mlle Mme Monsieur Mademoiselle Signor Signora Signorina Senhor Senhora
   Engr Engineer Barrister Advocate Adv Mallam Malam Ustaz Ustad Pandit
   Principal Headmaster Headmistress Headteacher Provost Lecturer Professors Doctors Profs Drs Nurse Paramedic`,
)

/** What news writes with a capital before names as if it were a title. */
const falseTitles = set(
  `Leader Founder Co-founder Cofounder Spokesman Spokeswoman Spokesperson Whip Correspondent Editor Reporter Columnist Journalist
   Photographer Presenter Anchor Broadcaster Author Writer Novelist Poet Playwright Actor Actress Singer Songwriter Rapper Comedian
   Musician Guitarist Drummer Bassist Frontman Composer Conductor Filmmaker Screenwriter Model Chef Artist Painter Sculptor Architect
   Analyst Economist Strategist Adviser Advisor Consultant Researcher Scientist Historian Biologist Psychologist Physicist Astronaut
   Cosmonaut Businessman Businesswoman Entrepreneur Billionaire Tycoon Magnate Banker Activist Campaigner Dissident Candidate
   Nominee Hopeful Committeeman Committeewoman Organizer Organiser Coordinator Administrator Executive CEO CFO COO CTO Chairs
   Goalkeeper Striker Midfielder Quarterback Linebacker Pitcher Skipper Manager Hacker Whistleblower Suspect Gunman Pilot Farmer
   Attorneys Lawyer Solicitor Veteran Democrat Republican Rival Champion Ex-President Ex-Minister`,
)

/** They begin a title and are none alone: "Rear Admiral", "Crown Prince", "Special Agent". */
const openings = set(
  `Grand Crown Rear Field Staff Lance Wing Squadron Flight Petty Warrant Special Senior Junior Acting Interim Assistant Associate
   First Second Vice Prime Deputy Chief Air Major Under Shadow Former Ex Then Right Most Very Her His Your`,
)

const bare = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word)

/** Whether the word says what somebody is, before or behind a name. */
export const isTitle = (word: string): boolean =>
  isOfficeTitle(word) || borrowedTitles.has(bare(word)) || falseTitles.has(word)

export const isTitleOrHonorific = (word: string): boolean => isTitle(word) || isHonorific(word)

export const opensTitle = (word: string): boolean => openings.has(word)

/** Titles that are family names or first names too: in the middle of a name they are part of it. */
const titlesLikeNames = set(
  `Dean Bishop Marshal Marshall Judge Justice Chief Major Cardinal Private Constable Sheriff Sheikh Shaikh Sheik Imam Canon Prior Abbot
   Deacon Pastor Baron Baroness Duke Earl Coach Doctor Nurse Chef Model Author Singer Farmer Warden Vicar Friar Provost Pandit Skipper
   Champion Veteran Manager Haji Hajji Lama Metropolitan Grand Field Wing Lance Staff Flight Ch Special Junior Principal Sergeant Ustad
   Mufti Attorney Speaker Officer Director Canon Engineer Advocate Anchor Republican Democrat Mayor`,
)
export const isNameToo = (word: string): boolean => titlesLikeNames.has(bare(word))
