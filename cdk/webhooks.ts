/**
 * The door for webhooks: https://…/in/{source}, an HTTP API before the receive function. Only there where a source has
 * a webhook.
 *
 * An HTTP API and not a function URL: it throttles, so that a flood costs requests and not functions, keeps access
 * logs, and takes a domain of one's own.
 */
import { Duration } from 'aws-cdk-lib'
import * as gateway from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { Worker, type WorkerProps } from './worker.ts'

export interface WebhooksProps extends Omit<WorkerProps, 'description' | 'memoryMegabytes' | 'timeout'> {
  readonly perSecond: number
}

export class Webhooks extends Construct {
  readonly worker: Worker
  readonly api: gateway.HttpApi
  /** "https://….amazonaws.com/in/", to which the name of a source is added. */
  readonly address: string

  constructor(scope: Construct, id: string, props: WebhooksProps) {
    super(scope, id)
    this.worker = new Worker(this, 'Worker', {
      ...props,
      description: 'Copydesk: a webhook in, verified, into the inbox',
      // hashing 4 MB and one write; the memory buys the share of a processor that starts Node in 300 ms
      memoryMegabytes: 512,
      // a CMS waits ten seconds at most, most of them five
      timeout: Duration.seconds(10),
    })
    this.api = new gateway.HttpApi(this, 'Api', {
      description: 'Copydesk: webhooks of the sources',
      createDefaultStage: false,
    })
    const integration = new HttpLambdaIntegration('Receive', this.worker.fn)
    const routes = this.api.addRoutes({
      path: '/in/{source}',
      methods: [gateway.HttpMethod.ANY],
      integration,
    })
    for (const route of routes) {
      acknowledge(route, {
        'AwsSolutions-APIG4':
          'A CMS signs what it sends and knows no other way to say who it is; the function verifies that before anything else.',
      })
    }
    const stage = this.addStage(props)
    this.address = `${stage.url}in/`
  }

  private addStage({ perSecond, logRetention }: WebhooksProps): gateway.HttpStage {
    const accessLog = new logs.LogGroup(this, 'AccessLog', { retention: logRetention })
    return new gateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      // a bulk change in a CMS comes at once; what is over the limit gets 429, and the CMS sends it again
      throttle: { rateLimit: perSecond, burstLimit: perSecond * 2 },
      accessLogSettings: { destination: new gateway.LogGroupLogDestination(accessLog) },
    })
  }
}
