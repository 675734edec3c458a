/**
 * The stack that `cdk deploy` brings up: one Copydesk, named outputs.
 */
import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Copydesk } from './copydesk.ts'
import type { CopydeskProps } from './copydesk-props.ts'

export class CopydeskStack extends Stack {
  readonly copydesk: Copydesk

  constructor(scope: Construct, id: string, props: CopydeskProps = {}, stackProps: StackProps = {}) {
    super(scope, id, { description: 'Copydesk: news articles to structured JSON and feeds', ...stackProps })
    this.copydesk = new Copydesk(this, 'Copydesk', props)
  }
}
