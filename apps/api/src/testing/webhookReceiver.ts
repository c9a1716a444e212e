import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

interface Received {
  id: string
  body: string
  /** With which of the secrets the library of the specification finds the signature right. */
  verified: string[]
}
export interface WebhookReceiver {
  url: string
  received: Received[]
  /** What is answered from now on; 200 at first. */
  answer: (status: number, body?: string, headers?: Record<string, string>) => void
  /** Called before an answer is sent, and once more when it was. */
  around: { before?: () => Promise<void> | void; after?: () => void }
  close: () => Promise<void>
}

/** A program's end of a webhook, on this machine: it verifies each message as the specification says. */
export const webhookReceiver = async (secrets: () => string[]): Promise<WebhookReceiver> => {
  const received: Received[] = []
  const around: WebhookReceiver['around'] = {}
  let said: [number, string, Record<string, string>] = [200, 'diterima', {}]
  const isRight = (secret: string, body: string, headers: Record<string, string>): boolean => {
    try {
      new Webhook(secret).verify(body, headers)
      return true
    } catch {
      return false
    }
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString()
    const headers = request.headers as Record<string, string>
    await around.before?.()
    received.push({
      id: headers['webhook-id'] ?? '',
      body,
      verified: secrets().filter(secret => isRight(secret, body, headers)),
    })
    const [status, text, more] = said
    response.writeHead(status, more).end(text, () => around.after?.())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sepakat`,
    received,
    answer: (status, body = '', headers = {}) => {
      said = [status, body, headers]
    },
    around,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
