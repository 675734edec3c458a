/** What the terminal of the desk says became of each delivery. */
import { describe, expect, test } from '@jest/globals'
import { openTeller } from '../../../desk/dev/tell-deliveries.ts'
import { type LocalCloud, openLocalCloud } from '../../../desk/local-cloud.ts'
import type { SourceServices } from '../../../functions/read-stored-delivery.ts'
import { silentMeter } from '../../../functions/services.ts'
import { memoryStore } from '../../../functions/store/memory-store.ts'
import { lightVariants } from '../../functions/light-variants.ts'

const deliveries: SourceServices = {
  sources: { blog: { kind: 'ghost', secrets: ['s'] } },
  secrets: { read: async () => [] },
  wait: async () => {},
}

const openRoom = (): {
  cloud: LocalCloud
  linesAfter: (key: string, content: string) => Promise<readonly string[]>
} => {
  const teller = openTeller(id => `http://desk/#/article/${id}`)
  const now = (): Date => new Date('2026-11-23T12:00:00Z')
  const cloud = openLocalCloud({
    inbox: memoryStore({ now }),
    content: memoryStore({ now }),
    now,
    findVariants: lightVariants,
    deliveries,
    settings: { baseUrl: 'http://desk', feedTitle: 'Test', feedWindowDays: null, isTextPublic: true },
    log: teller.log,
    meter: silentMeter,
  })
  return {
    cloud,
    linesAfter: async (key, content) => {
      await cloud.deliver(key, new TextEncoder().encode(content))
      await cloud.settle()
      return teller.takeLines(cloud.services.inbox)
    },
  }
}

const story = 'Otters return\n\n"They never left," said Ana Ruiz in Leeds on Monday.\n'
const drop = (name: string): string => `incoming/drop/2026/11/23/${name}`

describe('a delivery', () => {
  test.each<[string, string, string, readonly (string | RegExp)[]]>([
    [
      'that is an article has its address',
      drop('otters.txt'),
      story,
      [/^read: http:\/\/desk\/#\/article\/otters-/],
    ],
    [
      'that is empty',
      drop('nothing.txt'),
      ' \n',
      [
        'refused: nothing.txt (drop)',
        /^ {2}text: The file is empty: got 2 bytes of white space; send the article\.$/,
      ],
    ],
    [
      'without a body says which fields it has',
      drop('вести.json'),
      '{"headline":"Otters","prose":"…"}',
      ['refused: вести.json (drop)', /^ {2}body: No body was found .*the record has: headline, prose\./],
    ],
    [
      'with several mistakes has a line for each',
      drop('own.json'),
      '{"schemaVersion":1,"blocks":[],"text":"","status":"gone"}',
      ['refused: own.json (drop)', ...Array.from({ length: 19 }, () => /^ {2}\S/)],
    ],
    [
      'of a source that has nothing to publish is passed over, with the reason',
      'incoming/blog/2026/11/23/post.json',
      '{"post":{"current":{"id":"1","status":"draft"},"previous":{}}}',
      ['passed over: post.json (blog): a draft'],
    ],
    [
      'that is withheld is not shown',
      drop('draft.md'),
      '---\ndraft: true\n---\nNot yet, she said.',
      [/^not shown: draft-\w+ says that it is withheld/],
    ],
    [
      'that is under embargo is held',
      drop('soon.json'),
      `{"headline":"Soon","body":"Not yet, she said.","embargo":"2027-01-01T00:00:00Z"}`,
      [/^held: soon-\w+ is under embargo/],
    ],
  ])('%s', async (_, key, content, expected) => {
    const lines = await openRoom().linesAfter(key, content)
    expect(lines).toEqual(
      expected.map(line => (typeof line === 'string' ? line : expect.stringMatching(line))),
    )
  })

  test('that is older than what is here says so', async () => {
    const room = openRoom()
    const version = (day: string): string =>
      `{"id":"o1","headline":"Otters","body":"They came back on ${day}.","updatedAt":"2026-11-${day}"}`
    await room.linesAfter(drop('new.json'), version('20'))
    expect(await room.linesAfter(drop('old.json'), version('19'))).toEqual([
      expect.stringMatching(/^passed over: an older state of o1-/),
    ])
  })

  test('is told of once', async () => {
    const room = openRoom()
    await room.linesAfter(drop('a.txt'), ' ')
    expect(await room.linesAfter(drop('b.txt'), story)).toHaveLength(1)
  })
})

describe('a webhook', () => {
  test.each([
    [
      'refused',
      { source: 'blog', reason: 'signature' },
      /^refused: a webhook for blog: signature\. "copydesk doctor --source blog"/,
    ],
    [
      'secret missing',
      { source: 'blog', secrets: ['s'] },
      /^refused: a webhook for blog: its secret is not there.*\["s"\]/,
    ],
  ])('%s says why and what to do', async (message, fields, line) => {
    const teller = openTeller(id => id)
    teller.log.warn(message, { stage: 'receive', ...fields })
    expect(await teller.takeLines(memoryStore())).toEqual([expect.stringMatching(line)])
  })
})
