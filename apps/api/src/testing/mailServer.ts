import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A message that the server took. */
export interface SeenMail {
  messageId: string
  to: string
  subject: string
  body: string
}

export interface MailServer {
  env: Record<string, string>
  seen: SeenMail[]
  /** What is answered to RCPT TO of these addresses instead of being taken. */
  refuses: Map<string, number>
  /** Messages to these addresses are taken, and it is never said so. */
  silent: Set<string>
  close: () => Promise<void>
}

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
/** Quoted-printable as text. */
const readable = (raw: string): string =>
  Buffer.from(
    raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

/** A mail server on this machine. @param onTaken called with each message as soon as its sender was told that it was taken @param without commands that are answered by 500 */
export const openMailServer = async (
  onTaken: (mail: SeenMail) => void = () => undefined,
  without: string[] = [],
): Promise<MailServer> => {
  const seen: SeenMail[] = []
  const refuses = new Map<string, number>()
  const silent = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', ...without],
    onRcptTo: ({ address }, _session, done) => {
      const code = refuses.get(address)
      done(code === undefined ? null : Object.assign(new Error('no such user'), { responseCode: code }))
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('latin1')
        const mail = {
          messageId: headerOf(raw, 'Message-ID'),
          to: envelope.rcptTo.map(({ address }) => address).join(),
          subject: headerOf(raw, 'Subject'),
          body: readable(raw),
        }
        seen.push(mail)
        if (silent.has(mail.to)) return
        done()
        onTaken(mail)
      })
    },
  })
  // a sender that is killed breaks its connection
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    env: {
      ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), SMTP_SECURITY: 'none' },
      SMTP_FROM: 'SEPAKAT <sepakat@example.go.id>',
    },
    seen,
    refuses,
    silent,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
