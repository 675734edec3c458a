/**
 * The stack as CloudFormation sees it, made of stand-ins for the bundles, so that a fresh clone needs to build nothing.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import * as z from 'zod'
import { bundlesContext } from '../../cdk/bundled-functions.ts'
import type { CopydeskProps } from '../../cdk/copydesk-props.ts'
import { CopydeskStack } from '../../cdk/copydesk-stack.ts'
import { doors } from '../../functions/doors.ts'

const bundles = mkdtempSync(join(tmpdir(), 'copydesk-bundles-'))
for (const name of Object.keys(doors)) {
  mkdirSync(join(bundles, name))
  writeFileSync(join(bundles, name, 'index.mjs'), `export const handler = () => ${JSON.stringify(name)}\n`)
}

export const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).default({}),
})
export type Resource = z.infer<typeof Resource>

export interface Synthesized {
  readonly app: App
  readonly stack: CopydeskStack
  readonly template: Template
  readonly resources: Readonly<Record<string, Resource>>
}

export const newApp = (context: Readonly<Record<string, unknown>> = {}): App =>
  new App({ context: { [bundlesContext]: bundles, 'aws:cdk:disable-asset-staging': true, ...context } })

export interface SynthesizeOptions {
  /** Real bundles, in place of the stand-ins. */
  readonly bundles?: string
  /** Called before the template is made, for tests that break something on purpose. */
  readonly change?: (stack: CopydeskStack) => void
}

export const synthesize = (
  props: CopydeskProps = {},
  { bundles: given, change }: SynthesizeOptions = {},
): Synthesized => {
  const app = newApp(
    given === undefined ? {} : { [bundlesContext]: given, 'aws:cdk:enable-asset-metadata': true },
  )
  const stack = new CopydeskStack(app, 'CopydeskStack', props)
  change?.(stack)
  const template = Template.fromStack(stack)
  const { Resources } = z.looseObject({ Resources: z.record(z.string(), Resource) }).parse(template.toJSON())
  return { app, stack, template, resources: Resources }
}

export const ofType = ({ resources }: Synthesized, type: string): (readonly [string, Resource])[] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type)

/** A reference as text: {"Fn::GetAtt":["A","Arn"]} and {"Ref":"A"} -> "A"; joined parts one after the other. */
export const asText = (value: unknown): string => {
  if (typeof value === 'string') return value
  const parsed = Reference.safeParse(value)
  if (!parsed.success) return ''
  if ('Ref' in parsed.data) return parsed.data.Ref
  if ('Fn::GetAtt' in parsed.data) return parsed.data['Fn::GetAtt'][0]
  return parsed.data['Fn::Join'][1].map(asText).join('')
}
const Reference = z.union([
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
])

export const allSources: NonNullable<CopydeskProps['sources']> = {
  blog: { kind: 'ghost', secrets: ['copydesk/blog'], homeRegion: 'IE' },
  site: {
    kind: 'storyblok',
    secrets: ['copydesk/site', 'copydesk/site-next'],
    fetch: { url: 'https://api.example.org/stories/{id}?token={token}', tokenSecret: 'copydesk/site-token' },
  },
  wire: { kind: 'file', homeRegion: 'US' },
}
