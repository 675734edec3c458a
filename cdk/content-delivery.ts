/**
 * The public side: CloudFront before the content bucket. Only articles/, feeds/, schema/ and preview/ are readable; the
 * index and the pipeline's own marks are not.
 */
import { Duration } from 'aws-cdk-lib'
import * as acm from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { servedTypes } from '../functions/served-types.ts'
import { acknowledge } from './acknowledge.ts'
import { notFound, notFoundPath } from './standing-documents.ts'

export interface ContentDeliveryProps {
  readonly content: s3.Bucket
  readonly domainName?: string | undefined
  readonly certificateArn?: string | undefined
  /** Whether the desk's page is served, which may run its own script. */
  readonly preview: boolean
}

/** What apps may fetch. Anything else is the same JSON 404 as a document that is not there. */
export const publicPaths = ['/articles/*', '/feeds/*', '/schema/*', '/preview/*'] as const

/** Documents are no pages: nothing in them may run. */
const documentPolicy = "default-src 'none'; frame-ancestors 'none'"
/** The page runs its own script, and reads from where it came from. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export class ContentDelivery extends Construct {
  readonly distribution: cloudfront.Distribution

  constructor(
    scope: Construct,
    id: string,
    { content, domainName, certificateArn, preview }: ContentDeliveryProps,
  ) {
    super(scope, id)
    const behavior: cloudfront.BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(content as s3.IBucket, {
        // `as`: aws-cdk-lib's own Bucket is no IBucket under exactOptionalPropertyTypes
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      compress: true,
      cachePolicy: this.cachePolicy(),
      responseHeadersPolicy: this.headersPolicy('Headers', documentPolicy),
    }
    const gate = this.gate()
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Copydesk: articles and feeds',
      defaultBehavior: { ...behavior, functionAssociations: [gate, this.types()] },
      ...(preview
        ? {
            additionalBehaviors: {
              '/preview/*': {
                ...behavior,
                responseHeadersPolicy: this.headersPolicy('PageHeaders', pagePolicy),
                functionAssociations: [gate],
              },
            },
          }
        : {}),
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL,
      errorResponses: [403, 404].map(httpStatus => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: notFoundPath,
        ttl: Duration.seconds(10),
      })),
      ...(domainName && certificateArn
        ? {
            domainNames: [domainName],
            minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          }
        : {}),
    })
    acknowledge(this.distribution, {
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
        'Listing makes S3 answer 404 for what is not there; the gate lets nobody ask for the listing itself.',
      'AwsSolutions-CFR1': 'News is for everybody, wherever they are.',
      'AwsSolutions-CFR2':
        'Nothing but GET of public documents gets through: there is nothing to attack that a firewall would look at.',
      'AwsSolutions-CFR3':
        'Who reads what is nobody\u2019s business; requests are counted by CloudFront\u2019s own metrics.',
      'AwsSolutions-CFR4':
        'TLS 1.2 is required where there is a domain; the certificate of *.cloudfront.net allows no choice.',
    })
  }

  /** Documents say themselves how long they last; a minute where one does not. Nothing of the request is in the key. */
  private cachePolicy(): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, 'Cache', {
      comment: 'Copydesk: as the document says',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(1),
      maxTtl: Duration.days(365),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    })
  }

  private headersPolicy(id: string, contentSecurityPolicy: string): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, id, {
      comment: `Copydesk: ${id === 'Headers' ? 'readable from any app, never a page' : 'the page'}`,
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
        accessControlAllowHeaders: ['*'],
        accessControlExposeHeaders: ['ETag', 'Last-Modified', 'Content-Length'],
        accessControlAllowCredentials: false,
        accessControlMaxAge: Duration.days(1),
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
        contentSecurityPolicy: {
          contentSecurityPolicy,
          override: false,
        },
      },
    })
  }

  /** Lets only public paths through to the bucket. */
  private gate(): cloudfront.FunctionAssociation {
    const starts = publicPaths.map(path => JSON.stringify(path.slice(0, -1))).join(', ')
    const code = `function handler(event) {
  var request = event.request
  // A page of another origin asks whether it may send If-None-Match; the bucket would refuse the question.
  if (request.method === 'OPTIONS') {
    return {
      statusCode: 204,
      statusDescription: 'No Content',
      headers: {
        'access-control-allow-origin': { value: '*' },
        'access-control-allow-methods': { value: 'GET, HEAD, OPTIONS' },
        'access-control-allow-headers': { value: '*' },
        'access-control-max-age': { value: '86400' }
      }
    }
  }
  var starts = [${starts}]
  for (var i = 0; i < starts.length; i++) if (request.uri.indexOf(starts[i]) === 0) return request
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: { 'content-type': { value: 'application/json' } },
    body: ${JSON.stringify(JSON.stringify(notFound))}
  }
}`
    const gate = new cloudfront.Function(this, 'Gate', {
      code: cloudfront.FunctionCode.fromInline(code),
      comment: 'Copydesk: public paths only',
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    })
    return { function: gate, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }
  }

  /** Gives documents their own types once they are compressed; served-types.ts says why. */
  private types(): cloudfront.FunctionAssociation {
    const code = `function handler(event) {
  var uri = event.request.uri
  var response = event.response
  var rules = ${JSON.stringify(servedTypes)}
  for (var i = 0; i < rules.length; i++) {
    if (uri.indexOf(rules[i].start) === 0 && uri.endsWith(rules[i].end)) {
      response.headers['content-type'] = { value: rules[i].type }
      break
    }
  }
  return response
}`
    const types = new cloudfront.Function(this, 'Types', {
      code: cloudfront.FunctionCode.fromInline(code),
      comment: 'Copydesk: served types',
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    })
    return { function: types, eventType: cloudfront.FunctionEventType.VIEWER_RESPONSE }
  }
}
