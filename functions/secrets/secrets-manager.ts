/**
 * Secrets out of AWS Secrets Manager. Only the current version counts, so that taking a line out of it ends it.
 */
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { cachedSecrets, type Secrets } from './secrets.ts'

export const secretsManager = (client = new SecretsManagerClient({ maxAttempts: 3 })): Secrets =>
  cachedSecrets(
    async name => {
      try {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }))
        return SecretString ?? null
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return null
        throw error
      }
    },
    { now: () => new Date() },
  )
