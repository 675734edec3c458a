/**
 * Which functions of a template can set themselves going, directly or through others: read from the policies, rules and
 * queues that would be deployed, not from the table that they were made of.
 */
import * as z from 'zod'
import { asText, ofType, type Synthesized } from './synthesize.ts'

/** A prefix of keys in a bucket: "Inbox/articles/". */
type Place = string

interface Step {
  readonly writes: readonly Place[]
  readonly opensAt: readonly Place[]
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : ([value].flat() as readonly T[]) // `as`: flat loses that T is no array

const Statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.union([z.array(z.unknown()), z.unknown()]),
})
const Policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.unknown()),
})
const Mapping = z.object({ EventSourceArn: z.unknown(), FunctionName: z.unknown() })
const Rule = z.object({
  EventPattern: z
    .object({
      detail: z.object({
        bucket: z.object({ name: z.array(z.unknown()) }),
        object: z.object({ key: z.array(z.object({ prefix: z.string() })) }),
      }),
    })
    .optional(),
  Targets: z.array(z.object({ Arn: z.unknown() })),
})

const isWriting = (action: string): boolean =>
  action === '*' ||
  action === 's3:*' ||
  /^s3:(?:Put|Delete|Restore|Replicate)Object|^s3:(?:Put|Delete)\*/.test(action)

/** "Inbox/articles/*" -> "Inbox/articles/"; a whole bucket, or everything, is every place in it. */
const toPlace = (resource: unknown): Place => asText(resource).replace(/\*$/, '')

const writesOfRole = (synthesized: Synthesized, role: string): Place[] =>
  ofType(synthesized, 'AWS::IAM::Policy')
    .map(([, { Properties }]) => Policy.parse(Properties))
    .filter(({ Roles }) => Roles.some(of => asText(of) === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Effect, Action }) => Effect === 'Allow' && list(Action).some(isWriting))
    .flatMap(({ Resource }) => list(Resource).map(toPlace))

const placesOfQueue = (synthesized: Synthesized, queue: string): Place[] =>
  ofType(synthesized, 'AWS::Events::Rule')
    .map(([, { Properties }]) => Rule.parse(Properties))
    .filter(({ Targets }) => Targets.some(({ Arn }) => asText(Arn) === queue))
    .flatMap(({ EventPattern }) => {
      const { bucket, object } = EventPattern?.detail ?? { bucket: { name: [] }, object: { key: [] } }
      return bucket.name.flatMap(name => object.key.map(({ prefix }) => `${asText(name)}/${prefix}`))
    })

export const stepsOf = (synthesized: Synthesized): Map<string, Step> =>
  new Map(
    ofType(synthesized, 'AWS::Lambda::Function').map(([id, { Properties }]) => {
      const queues = ofType(synthesized, 'AWS::Lambda::EventSourceMapping')
        .map(([, mapping]) => Mapping.parse(mapping.Properties))
        .filter(({ FunctionName }) => asText(FunctionName) === id)
        .map(({ EventSourceArn }) => asText(EventSourceArn))
      return [
        id,
        {
          writes: writesOfRole(synthesized, asText(Properties.Role)),
          opensAt: queues.flatMap(queue => placesOfQueue(synthesized, queue)),
        },
      ]
    }),
  )

const overlap = (a: Place, b: Place): boolean => a.startsWith(b) || b.startsWith(a)

/** Ids of the functions whose writing comes back to them. */
export const findLoops = (synthesized: Synthesized): string[] => {
  const steps = stepsOf(synthesized)
  const next = (id: string): string[] =>
    [...steps]
      .filter(([, { opensAt }]) =>
        opensAt.some(place => steps.get(id)?.writes.some(to => overlap(place, to))),
      )
      .map(([other]) => other)
  const reaches = (from: string): Set<string> => {
    const seen = new Set<string>()
    const queue = next(from)
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      queue.push(...next(id))
    }
    return seen
  }
  return [...steps.keys()].filter(id => reaches(id).has(id))
}
