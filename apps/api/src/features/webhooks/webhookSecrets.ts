import { randomBytes } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { Webhook } from 'standardwebhooks'
import type { Credentials } from '#http/auth/credentials.ts'

interface Kept {
  id: string
  secret: string
  formerSecret: string | null
  formerUntil: Date | null
}

/**
 * Secrets of webhooks, kept encrypted under the installation's key together with whose they are, and the signatures of the Standard
 * Webhooks specification. For a while after a change the former secret signs too.
 */
export const webhookSecrets = ({ digest }: Pick<Credentials, 'digest'>) => {
  const key = digest('webhook')
  const open = async (id: string, kept: string): Promise<string> => {
    const [owner, secret = ''] = (await symmetricDecrypt({ key, data: kept })).split(' ')
    if (owner !== id) throw new Error('the secret of another webhook')
    return secret
  }
  return {
    /** A new secret as it is shown once, and as it is kept. */
    make: async (id: string): Promise<{ secret: string; kept: string }> => {
      const secret = `whsec_${randomBytes(32).toString('base64')}`
      return { secret, kept: await symmetricEncrypt({ key, data: `${id} ${secret}` }) }
    },
    /** The three headers of a message. `id` is the same at each try, `at` that of the try. */
    sign: async (
      webhook: Kept,
      { id, body, at }: { id: string; body: string; at: Date },
    ): Promise<Record<string, string>> => {
      const former = webhook.formerUntil !== null && webhook.formerUntil > at ? webhook.formerSecret : null
      const kept = former === null ? [webhook.secret] : [webhook.secret, former]
      const secrets = await Promise.all(kept.map(one => open(webhook.id, one)))
      return {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': secrets.map(secret => new Webhook(secret).sign(id, at, body)).join(' '),
      }
    },
  }
}
