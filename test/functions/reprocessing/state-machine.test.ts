import { describe, expect, it } from '@jest/globals'
import { runReprocessing } from '../../../desk/run-reprocessing.ts'
import { reprocessingDoor } from '../../../functions/reprocessing/reprocessing-door.ts'
import { reprocessingStateMachine } from '../../../functions/reprocessing/state-machine.ts'
import { openNewsroom } from '../newsroom.ts'
import { story } from '../stories.ts'

const definition = reprocessingStateMachine({
  inboxBucket: 'inbox-bucket',
  functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:reprocess',
  maxConcurrency: 10,
})

describe('the state machine of reprocessing', () => {
  it.each([
    ['says nothing of it', {}, true],
    ['says so', { isDryRun: true }, true],
    ['says otherwise', { isDryRun: false }, false],
  ])('is a dry run where the input %s', async (_, input, isDryRun) => {
    const newsroom = openNewsroom()
    const answer = await runReprocessing({
      definition,
      door: reprocessingDoor(newsroom.services),
      inbox: newsroom.services.inbox,
      name: 'run-1',
      input,
    })
    expect(answer.isDryRun).toBe(isDryRun)
  })

  it('does every article of the archive once, in batches', async () => {
    const newsroom = openNewsroom()
    for (let at = 0; at < 60; at++) {
      const article = story({ id: `a-${at}` })
      await newsroom.services.inbox.write(
        `articles/a-${at}.json`,
        new TextEncoder().encode(JSON.stringify(article)),
        {
          contentType: 'application/json',
        },
      )
    }
    const batches: number[] = []
    const answer = await runReprocessing({
      definition,
      door: reprocessingDoor(newsroom.services),
      inbox: newsroom.services.inbox,
      name: 'run-1',
      input: { isDryRun: false },
      onBatch: done => batches.push(done),
    })
    expect(batches).toEqual([25, 50, 60])
    expect(answer).toMatchObject({ articles: 60, changed: 60, failed: 0 })
    expect(await newsroom.keys(newsroom.services.content, 'index/')).toHaveLength(60)
  })

  it('names only states that it has, and comes to an end', () => {
    const { States, StartAt } = definition
    const names = new Set<string>(Object.keys(States))
    const { IsToldWhetherDry, AssumeDryRun, EachBatch, Report } = States
    const next = [StartAt, IsToldWhetherDry.Default, AssumeDryRun.Next, EachBatch.Next].concat(
      IsToldWhetherDry.Choices.map(choice => choice.Next),
    )
    expect(next.filter(name => !names.has(name))).toEqual([])
    expect(Report.End).toBe(true)
  })
})
