/**
 * The marks that Windows-1252 has where Unicode has controls (80 to 9F): quotation marks, dashes, the ellipsis. They
 * come as controls out of Node before 23.7, and out of pages and feeds that say "&#147;" or were converted wrongly.
 *
 *   "\u0093No\u0094" -> "“No”"
 */
const marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export const withWindowsMarks = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, control => marks.charAt(control.charCodeAt(0) - 0x80))
