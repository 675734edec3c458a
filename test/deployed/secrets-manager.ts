/** Amazon's Secrets Manager as far as the functions speak to it: GetSecretValue, and that there is no such secret. */
import { createServer } from 'node:http'
import { closed, portOf } from './storage-proxy.ts'

export interface SecretsServer {
  readonly endpoint: string
  close(): Promise<void>
}

export const openSecretsManager = async (
  values: Readonly<Record<string, string>>,
): Promise<SecretsServer> => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', piece => {
      body += piece
    })
    request.on('end', () => {
      const { SecretId }: { readonly SecretId: string } = JSON.parse(body)
      const value = values[SecretId]
      const answer =
        value === undefined
          ? { __type: 'ResourceNotFoundException', message: 'no such secret' }
          : { ARN: `arn:aws:secretsmanager:us-east-1:123456789012:secret:${SecretId}`, SecretString: value }
      response
        .writeHead(value === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, close: () => closed(server) }
}
