/**
 * Peoples and faiths: names of many, and of nobody. The tagger takes them for a person or an organisation now and then.
 *
 *   "Assad's minority Alawite sect", "American Muslims"
 *
 * Parties ("Democrats") are organisations and stay.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const faiths = set(
  `alawite alawites alawi muslim muslims moslem moslems islam islamic islamist islamists sunni sunnis shia shias shiite shiites shi'ite
   shi'ites shi’ite shi’ites salafi salafist salafists wahhabi wahhabis sufi sufis druze ismaili ismailis ahmadi ahmadis ibadi
   christian christians christianity catholic catholics catholicism protestant protestants protestantism anglican anglicans
   evangelical evangelicals baptist baptists methodist methodists presbyterian presbyterians lutheran lutherans pentecostal
   pentecostals mormon mormons mormonism quaker quakers coptic copt copts maronite maronites orthodox jesuit jesuits calvinist
   calvinists amish mennonite mennonites jew jews jewish judaism hasidic hindu hindus hinduism sikh sikhs sikhism buddhist buddhists
   buddhism jain jains zoroastrian zoroastrians bahai baha'i baha’i bahais yazidi yazidis yezidi yezidis taoist taoism shinto
   atheist atheists pagan pagans scientologist scientologists rastafarian rastafarians`,
)
const peoples = set(
  `hispanic hispanics latino latinos latina latinas latinx chicano chicanos aborigine aborigines aboriginal maori māori inuit
   kurd kurds kurdish arab arabs arabic bedouin bedouins berber berbers tuareg tuaregs pashtun pashtuns punjabi punjabis sindhi baloch
   baluch tajiks uzbeks hazara hazaras uyghur uyghurs uighur uighurs tibetan tibetans tamil tamils sinhalese bengali bengalis gujarati
   gujaratis rohingya rohingyas hmong zulu zulus xhosa hutu hutus tutsi tutsis yoruba igbo hausa fulani
   oromo oromos amhara tigrayan tigrayans somali somalis masai maasai afrikaner afrikaners romani gypsy gypsies basque basques catalan
   catalans breton bretons flemish walloon walloons slav slavs slavic celt celts anglo-saxon anglo-saxons ashkenazi sephardic
   cherokee navajo sioux lakota  african-american african-americans asian-american asian-americans mexican-american
   mexican-americans italian-american italian-americans irish-american irish-americans arab-american arab-americans
   latin-american latin-americans european europeans asian asians african africans native natives westerner westerners`,
)
/** Whether a word names a people or a faith, in any case. */
export const isPeopleOrFaith = (word: string): boolean => {
  const lower = word.toLowerCase()
  return faiths.has(lower) || peoples.has(lower)
}
