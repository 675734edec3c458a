/**
 * Text of others as a terminal may show it: articles, file names and servers' answers may hold characters that would
 * move the cursor, rename the window or type for the reader. They become "\ufffd"; colour stays, for we paint with it.
 *
 *   "Storm\u001b]0;x\u0007 hits" -> "Storm\ufffd]0;x\ufffd hits"
 */
export const forTerminal = (text: string): string =>
  text.replace(controls, (found: string, paint: string | undefined) =>
    paint !== undefined && found.startsWith(escapeMark) ? found : `\ufffd${paint ?? ''}`,
  )

/** All but line ends and tabs, with what makes an escape a colour: "\u001b[31m". */
const controls = /[^\P{Cc}\n\t](\[[\d;]{0,20}m)?/gu
const escapeMark = '\u001b'
