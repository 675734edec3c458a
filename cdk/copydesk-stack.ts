/**
 * The stack that `cdk deploy` brings up: one Copydesk, and what an operator wants to know of it as outputs.
 */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { prefixes } from '../functions/keys.ts'
import { Copydesk } from './copydesk.ts'
import type { CopydeskProps } from './copydesk-props.ts'

export class CopydeskStack extends Stack {
  readonly copydesk: Copydesk

  constructor(scope: Construct, id: string, props: CopydeskProps = {}, stackProps: StackProps = {}) {
    super(scope, id, { description: 'Copydesk: news articles to structured JSON and feeds', ...stackProps })
    this.copydesk = new Copydesk(this, 'Copydesk', props)
    this.addOutputs(props)
  }

  private addOutputs(props: CopydeskProps): void {
    const { baseUrl, buckets, delivery, monitoring, reprocessing, webhooks } = this.copydesk
    const inbox = buckets.inbox.bucketName
    this.output('FeedUrl', 'The newest articles as JSON Feed', `${baseUrl}/feeds/latest.json`)
    this.output('FeedsUrl', 'Every feed there is', `${baseUrl}/feeds/index.json`)
    if (props.preview) this.output('PreviewUrl', 'The page to look at', `${baseUrl}/preview/index.html`)
    this.output('InboxBucket', 'Bucket for deliveries', inbox)
    this.output(
      'UploadTo',
      'Where to put files (.txt .html .md .json .xml)',
      `s3://${inbox}/${prefixes.inbox.incoming}upload/`,
    )
    if (webhooks) this.output('WebhookUrl', 'Where webhooks go: add the name of the source', webhooks.address)
    this.output('ContentBucket', 'Bucket that apps read through CloudFront', buckets.content.bucketName)
    this.output(
      'DistributionDomain',
      'What a domain of your own points at',
      delivery.distribution.distributionDomainName,
    )
    this.output(
      'Reprocess',
      'State machine that reads the archive again',
      reprocessing.stateMachine.stateMachineArn,
    )
    this.output('AlarmTopic', 'Topic that alarms are sent to', monitoring.topic.topicArn)
    this.output(
      'DashboardUrl',
      'What goes on',
      `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards:name=${monitoring.dashboard.dashboardName}`,
    )
  }

  private output(id: string, description: string, value: string): void {
    new CfnOutput(this, id, { description, value })
  }
}
