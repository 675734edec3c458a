/**
 * The store on S3. One client a cold start; every request is tried again with jitter by the SDK and ends in time.
 *
 * Traps met here: a write whose condition fails is 412, or 404 where the object it names is gone; 409 means that two
 * such writes met, and to try again; a write that succeeded but whose answer was lost comes back as 412 when the SDK
 * repeats it, and the caller finds its own bytes there; listings come in pages.
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import {
  type ListPage,
  type Store,
  type StoredObject,
  StoreError,
  type WriteCondition,
  type WriteOptions,
  type WriteResult,
} from './store.ts'

export interface S3StoreOptions {
  readonly bucket: string
  readonly client: S3Client
  /** Between tries after a 409; tests bring none. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** Tries of one request, the first included. Backoff with full jitter is the SDK's: 50 ms doubling. */
const mostAttempts = 6
/** A connection within a region takes a few milliseconds, our largest object well under a second. */
const connectionTimeoutMs = 1_000
const requestTimeoutMs = 5_000
/** A 409 means that another write to the key is going on at this moment; it is over within milliseconds. */
const mostMeetings = 10
const longestPauseMs = 400

export interface S3ClientOptions {
  /** A server other than Amazon's: "http://127.0.0.1:9000". */
  readonly endpoint?: string | undefined
}

export const openS3Client = ({ endpoint }: S3ClientOptions = {}): S3Client =>
  new S3Client({
    maxAttempts: mostAttempts,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  })

export const s3Store = ({ bucket, client, pause = sleep }: S3StoreOptions): Store => ({
  read: key => readObject(client, bucket, key),
  write: (key, bytes, options) => writeObject({ bucket, client, pause }, key, bytes, options),
  list: (prefix, next) => listPage(client, bucket, prefix, next ?? null),
  delete: async key => {
    try {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
    } catch (error) {
      throw explained(error, 'delete', key)
    }
  },
})

const readObject = async (client: S3Client, bucket: string, key: string): Promise<StoredObject | null> => {
  try {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    const bytes = await object.Body?.transformToByteArray()
    return {
      key,
      bytes: bytes ?? new Uint8Array(),
      etag: object.ETag ?? '',
      contentType: object.ContentType ?? 'application/octet-stream',
      lastModified: object.LastModified?.toISOString() ?? '',
    }
  } catch (error) {
    if (isStatus(error, 404) && !isNamed(error, 'NoSuchBucket')) return null
    throw explained(error, 'read', key)
  }
}

const writeObject = async (
  { bucket, client, pause }: Required<S3StoreOptions>,
  key: string,
  bytes: Uint8Array,
  { contentType, cacheControl, condition }: WriteOptions,
): Promise<WriteResult> => {
  const input: PutObjectCommandInput = {
    Bucket: bucket,
    Key: key,
    Body: bytes,
    ContentType: contentType,
    ...(cacheControl === undefined ? {} : { CacheControl: cacheControl }),
    ...conditionHeaders(condition),
  }
  for (let meeting = 1; ; meeting++) {
    try {
      const { ETag } = await client.send(new PutObjectCommand(input))
      return { kind: 'written', etag: ETag ?? '' }
    } catch (error) {
      if (condition && isStatus(error, 412)) return { kind: 'conflict' }
      // The object that If-Match names is gone.
      if (condition?.kind === 'etag' && isStatus(error, 404) && !isNamed(error, 'NoSuchBucket')) {
        return { kind: 'conflict' }
      }
      if (!isStatus(error, 409) || meeting >= mostMeetings) throw explained(error, 'write', key)
      await pause(Math.random() * Math.min(longestPauseMs, 10 * 2 ** meeting))
    }
  }
}

const conditionHeaders = (
  condition: WriteCondition | undefined,
): Pick<PutObjectCommandInput, 'IfMatch' | 'IfNoneMatch'> => {
  if (condition === undefined) return {}
  return condition.kind === 'absent' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }
}

const listPage = async (
  client: S3Client,
  bucket: string,
  prefix: string,
  next: string | null,
): Promise<ListPage> => {
  const input = { Bucket: bucket, Prefix: prefix, ...(next === null ? {} : { ContinuationToken: next }) }
  const page = await client.send(new ListObjectsV2Command(input)).catch((error: unknown) => {
    throw explained(error, 'list', prefix)
  })
  // A page cut short that does not say where it goes on would look like the end.
  if (page.IsTruncated && !page.NextContinuationToken) {
    throw new StoreError(`listing of ${prefix} is cut short and does not say where it goes on`)
  }
  return {
    keys: (page.Contents ?? []).map(({ Key, ETag, Size, LastModified }) => ({
      key: Key ?? '',
      etag: ETag ?? '',
      size: Size ?? 0,
      lastModified: LastModified?.toISOString() ?? '',
    })),
    next: page.IsTruncated ? (page.NextContinuationToken ?? null) : null,
  }
}

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof S3ServiceException && error.name === name

const explained = (error: unknown, verb: string, key: string): Error =>
  new StoreError(`could not ${verb} ${key}: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  })

const sleep = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
