/**
 * Dates as feeds, pages and CMSs write them, to the one form that is stored: ISO 8601 with an offset.
 *
 *   "2026-11-20T09:30:00Z"             as it is
 *   "2026-11-20 09:30:00"              UTC is assumed: WordPress' *_gmt, Directus and SQL write it so
 *   "2026-11-20"                       midnight UTC
 *   "Fri, 20 Nov 2026 09:30:00 +0100"  RSS
 *   1795167000, 1795167000000          seconds or milliseconds since 1970
 *   "20261120T093000+0100"             NITF, IPTC
 * "yesterday" and "20 November" are null: a wrong date is worse than none.
 */
export const readTime = (value: unknown): string | null => {
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'string' || value.length > 64) return null
  const text = value.trim()
  const iso = text.match(isoLike)
  if (iso !== null) return ofIso(iso)
  const mail = text.match(mailLike)
  if (mail !== null) return ofMail(mail)
  return /^\d{9,13}$/.test(text) ? ofNumber(Number(text)) : null
}

/** 2026-11-20T09:30:00.000+01:00, with most of it left out: 20261120T0930Z. */
const isoLike =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i

const ofIso = (match: RegExpMatchArray): string | null => {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, zone] = match
  const milliseconds = fraction === undefined ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`
  return checked(`${year}-${month}-${day}T${hour}:${minute}:${second}${milliseconds}${offset(zone)}`)
}

/** Fri, 20 Nov 2026 09:30:00 +0100 */
const mailLike =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*[\s-]+(\d{4}|\d\d)\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(Z|GMT|UTC|UT|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CES?T|EES?T|WES?T|[+-]\d\d:?\d\d)?$/i

const ofMail = (match: RegExpMatchArray): string | null => {
  const [, day = '', name = '', year = '', hour = '', minute, second = '00', zone] = match
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month === 0) return null
  // Two digits are RFC 822's; feeds are younger than the century.
  const date = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return checked(`${date}T${hour.padStart(2, '0')}:${minute}:${second}${offset(zone)}`)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** RFC 822 names four American zones; feeds of the continent write the European ones. "BST" and "IST" are several. */
const namedZones = new Map([
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['WET', '+00:00'],
  ['WEST', '+01:00'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
])

const offset = (zone: string | undefined): string => {
  if (zone === undefined) return 'Z'
  const named = namedZones.get(zone.toUpperCase())
  if (named !== undefined) return named
  if (!/^[+-]/.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return digits === '0000' ? 'Z' : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** Refuses the 31st of February and 25 o'clock, which Date would carry over or turn into nothing. */
const checked = (iso: string): string | null => {
  const [date = '', time = ''] = iso.split('T')
  if (Number.isNaN(Date.parse(iso)) || Number(time.slice(0, 2)) > 23) return null
  const day = new Date(`${date}T00:00:00Z`)
  return day.toISOString().slice(0, 10) === date ? iso : null
}

const ofNumber = (value: number): string | null => {
  if (!Number.isFinite(value)) return null
  const milliseconds = value < 100_000_000_000 ? value * 1000 : value // seconds until the year 5138
  // Before 1990 or after 2100 it is a number that means something else.
  if (milliseconds < 631_152_000_000 || milliseconds > 4_102_444_800_000) return null
  return new Date(milliseconds).toISOString()
}
