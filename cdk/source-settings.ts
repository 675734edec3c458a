/**
 * The operator's sources as the functions get them: the whole of it as a file under /opt (a function's environment
 * holds 4 KB, which a dozen sources outgrow), their home regions as a variable, and the names of the secrets that each
 * function may read.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ArnFormat, FileSystem, Stack } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { SourceConfigs } from '../content-schema/source-config.ts'
import { acknowledgeResources } from './acknowledge.ts'
import type { Worker } from './worker.ts'

/** A layer is unpacked to /opt. */
const sourcesFile = '/opt/sources.json'

export class SourceSettings extends Construct {
  readonly layers: readonly lambda.ILayerVersion[]
  /** For functions that carry the layer. */
  readonly environment: Readonly<Record<string, string>>
  /** For functions that extract. */
  readonly homeRegions: string
  readonly hasWebhooks: boolean
  private readonly sources: SourceConfigs

  constructor(scope: Construct, id: string, sources: SourceConfigs) {
    super(scope, id)
    this.sources = sources
    const regions = Object.entries(sources).flatMap(([name, { homeRegion }]) =>
      homeRegion === undefined ? [] : [[name, homeRegion] as const],
    )
    this.homeRegions = JSON.stringify(Object.fromEntries(regions))
    this.hasWebhooks = Object.values(sources).some(({ kind }) => kind !== 'file')
    this.layers = Object.keys(sources).length > 0 ? [this.addLayer()] : []
    this.environment = this.layers.length > 0 ? { SOURCES_FILE: sourcesFile } : {}
  }

  /** What webhooks are verified with. */
  grantWebhookSecrets(worker: Worker): void {
    this.grantSecrets(
      worker,
      Object.values(this.sources).flatMap(({ secrets }) => secrets),
    )
  }

  /** What articles are fetched with. */
  grantFetchTokens(worker: Worker): void {
    this.grantSecrets(
      worker,
      Object.values(this.sources).flatMap(({ fetch }) => fetch?.tokenSecret ?? []),
    )
  }

  /** Secrets are referred to by name and made by the operator: a stack that makes them would hold their values. */
  private grantSecrets(worker: Worker, names: readonly string[]): void {
    if (names.length === 0) return
    const resources = [...new Set(names)].sort().map(name =>
      Stack.of(this).formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        // Secrets Manager adds six characters to the name that it was given.
        resourceName: `${name}-??????`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    )
    worker.fn.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources }),
    )
    acknowledgeResources(worker, resources, 'The six characters that Secrets Manager adds to a name.')
  }

  private addLayer(): lambda.LayerVersion {
    const folder = FileSystem.mkdtemp('copydesk-sources-')
    writeFileSync(join(folder, 'sources.json'), JSON.stringify(this.sources))
    return new lambda.LayerVersion(this, 'Layer', {
      description: 'Copydesk: the configured sources',
      code: lambda.Code.fromAsset(folder),
      compatibleArchitectures: [lambda.Architecture.ARM_64],
    })
  }
}
