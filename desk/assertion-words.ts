/** What stands before a quote that nobody says was said: in the report of the command line and on the page. */
export const assertionWords = {
  asserted: '',
  negated: 'not said: ',
  questioned: 'asked whether: ',
  hypothetical: 'if said: ',
} as const
