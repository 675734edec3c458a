/**
 * What somebody is, where only a relative clause behind the name tells it. The words are the article's own.
 *
 *   Ana Ruiz, who chairs the harbour committee, said   -> "chairs the harbour committee"
 *   Tom Hale, who is a nurse at St. Mary's, said       -> "nurse at St. Mary's"
 *   Rita Lee, who was late, said                       -> null
 */
import type { Name } from '../../content-schema/name.ts'
import { personNouns } from './speaker-words.ts'

const persons: ReadonlySet<string> = new Set(personNouns.trim().split(/\s+/))

/** The role behind the first of a person's mentions that has one, or null. */
export const roleInClause = (text: string, { mentions }: Name): string | null => {
  for (const { end } of mentions) {
    const role = roleBehind(text, end)
    if (role !== null) return role
  }
  return null
}

const longestClause = 120
/** example: ", who has led the union since 2019, said" */
const leading =
  /^,? who (?:has |had |now |currently |once |also )?((?:chair|lead|head|direct|manage|coache|oversee|represent|run|edit|own|command|captain)s|(?:chair|head|direct|manag|coach|found|co-found|represent|edit|own|command|captain)ed|led|ran|oversaw) ((?:the |a |an |its |his |her |their )?[^,.;:–—“”"()\n]{2,80})/
/** example: ", who is a nurse at St. Mary's, said"; serves as, works as */
const being =
  /^,? who (?:is|was|has been|serves as|served as|works as|worked as) (?:now |currently |once |also )?(?:the |a |an )?([^,;:–—“”"()\n]{3,80})/
/** Where a role ends that a clause goes on from: "led the union | since 2019". */
const goesOn = / (?:since|when|while|for|until|before|after|and|but|who|which|that|during|from|as|in \d)\b.*$/

/** example: "nurse|. She left", not "nurse at St. Mary's" */
const sentenceEnd = /(?<!\b\p{Lu}\p{L}{0,2})\. .*$|\.$/u

const roleBehind = (text: string, end: number): string | null => {
  if (!text.startsWith(', who ', end) && !text.startsWith(' who ', end)) return null
  const behind = text.slice(end, end + longestClause)
  const led = leading.exec(behind)
  if (led?.[1] !== undefined && led[2] !== undefined)
    return `${led[1]} ${led[2].replace(goesOn, '').trimEnd()}`
  const is = being.exec(behind)?.[1]?.replace(goesOn, '').replace(sentenceEnd, '').trimEnd()
  if (is === undefined) return null
  const head = is
    .split(/ (?:of|at|for|in|with|from|on) /)[0]
    ?.split(' ')
    .at(-1)
  return head !== undefined && persons.has(head.toLowerCase()) ? is : null
}
