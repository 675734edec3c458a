const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** "UA" -> "Ukraine"; what is no country's code stays as it is. */
export const countryName = (countryCode: string): string => {
  try {
    return names.of(countryCode) ?? countryCode
  } catch {
    return countryCode // a RangeError: the code has not the form of one
  }
}
