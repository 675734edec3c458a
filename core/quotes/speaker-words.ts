/**
 * Words that tell what kind of speaker stands there. Data.
 */

/** "the campaign said": an organisation speaks. */
export const organisationNouns = `
administration agency airline alliance army association authority bank board body broadcaster brotherhood bureau cabinet campaign
charity church city club coalition college commission committee community company confederation congress consortium corporation
council county court department district embassy employer executive faction federation firm force forces foundation front fund
government group guild hospital house institute institution kingdom league legislature maker manufacturer media military militia
ministry mission movement museum navy network newspaper office operator opposition organisation organization outlet panel
parliament party police pentagon post prison publisher regime regulator retailer school secretariat senate service society
squad staff startup state station studio supplier team tribunal trust union university watchdog website zoo pac lobby
`
/** "the report said": a document speaks, in somebody's name. */
export const documentNouns = `
account ad advertisement affidavit agreement analysis announcement article assessment audit bill biography blog book briefing
brief bulletin chapter column complaint constitution contract data decision diary document documents editorial email e-mail
essay estimate estimates factsheet figures filing filings findings guidance guideline guidelines headline indictment interview
law lawsuit leaflet letter magazine manifesto memo memoir memorandum message minutes note notice opinion paper papers petition
poll post press record records release report reports research resolution review ruling statement statements
statistics story study suit summary survey testimony text transcript treaty tweet tweets verdict video website
`
/** "the minister said": one person, named elsewhere. */
export const personNouns = `
actor actress admiral adviser advisor advocate aide ambassador analyst anchor archbishop architect artist astronaut athlete attorney
author billionaire bishop boss boxer broker businessman businesswoman candidate captain cardinal chairman chairwoman chair chancellor
chief cleric coach colonel columnist comedian commander commissioner congressman congresswoman consultant contender councillor
councilor councilman councilwoman critic curator dealer defendant defender delegate democrat deputy detective developer dictator
diplomat director doctor driver economist editor emperor engineer envoy ex-president executive expert farmer father fighter
filmmaker financier fisherman footballer founder general goalkeeper governor headmaster headteacher heir host incumbent inspector
inventor investigator journalist judge justice king lawmaker lawyer leader lecturer legislator lieutenant magistrate magnate
man manager marshal mayor member mep minister mogul monarch mother mp musician neighbour neighbor nominee novelist nurse officer official
organiser organizer owner painter parent pastor patient philanthropist physician physicist pilot planner player poet policeman
politician pollster pope preacher premier president presenter priest prince princess principal producer professor prosecutor
psychologist queen rabbi rapper rebel reporter representative republican researcher resident rival runner scholar scientist
secretary senator sergeant sheriff singer skipper socialist soldier speaker source spokesman spokesperson spokeswoman star
statesman strategist striker student sultan superintendent supporter surgeon surveyor teacher technician teenager trader trainer
treasurer tycoon veteran vet victim voter widow winger witness woman worker writer
`
/** Before a surname. */
export const womensTitles = `mrs ms miss lady dame madam mme mlle queen princess congresswoman chairwoman spokeswoman sister baroness duchess`
export const mensTitles = `mr sir lord king prince congressman chairman spokesman father brother baron duke pope imam rabbi`
/** What is found in them they tell: "the poll showed that". */
export const evidenceNouns = `
poll polls survey surveys study studies report reports data figures research analysis review records documents emails e-mails
filing filings statistics census audit investigation inquiry results findings footage video tests trial experts
`
