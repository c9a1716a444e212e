import nodemailer from 'nodemailer'
import type { Smtp } from '../../config.ts'

/** A message as it is given to the mail server. */
export interface Mail {
  to: { name: string; address: string }
  messageId: string
  subject: string
  text: string
  html: string
}

/**
 * What a mail server said to a message. `refused`: never again to this address; `rejected`: never this message; `unknown`: it was given
 * whole and not answered, so that it may be on its way; `failed`: try later, this one alone or (`all`) any.
 */
type MailOutcome = { is: 'sent' } | { is: 'refused' | 'rejected' | 'failed' | 'unknown'; code: string; all?: boolean }

export interface Mailer {
  send: (mail: Mail) => Promise<MailOutcome>
  close: () => void
}

interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
}

/** What nodemailer throws quotes addresses: only its codes are kept. @param given whether the message was given to the server whole */
const outcomeOf = ({ code = 'EUNKNOWN', command = '', responseCode }: SmtpError, given: boolean): MailOutcome => {
  const said = [code, responseCode].filter(Boolean).join(' ')
  const isForGood = responseCode !== undefined && responseCode >= 500
  if (given && responseCode === undefined) return { is: 'unknown', code: said }
  if (code === 'EENVELOPE' && command === 'RCPT TO')
    return isForGood ? { is: 'refused', code: String(responseCode) } : { is: 'failed', code: said }
  if (code === 'EENVELOPE' && responseCode === undefined) return { is: 'refused', code: 'alamat' }
  if (code === 'EMESSAGE' || command === 'DATA') return { is: isForGood ? 'rejected' : 'failed', code: said }
  return { is: 'failed', code: said, all: true }
}

/** A server may read a message through before it answers: RFC 5321, 4.5.3.2.6, asks for ten minutes. */
const answerWithin = 600_000
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000 }

/** Gives messages to the region's mail server, each over a connection of its own. @param socketTimeout how long an answer may take, ms */
export const createMailer = (
  { host, port, security, auth, from }: Smtp,
  { socketTimeout = answerWithin }: { socketTimeout?: number } = {},
): Mailer => {
  const transport = nodemailer.createTransport({
    ...{ host, port },
    ...{ secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(auth && { auth }),
    ...{ disableFileAccess: true, disableUrlAccess: true, ...timeouts, socketTimeout },
  })
  /** Message-IDs of those whose last byte was taken from them: they are read once the server asks for the message. */
  const given = new Set<unknown>()
  transport.use('stream', (mail, done) => {
    mail.message.processFunc(output => {
      output.once('end', () => given.add(mail.data.messageId))
      return output
    })
    done()
  })
  return {
    send: async mail => {
      try {
        await transport.sendMail({ from, headers: { 'Auto-Submitted': 'auto-generated' }, ...mail })
        return { is: 'sent' }
      } catch (error) {
        return outcomeOf(error as SmtpError, given.has(mail.messageId))
      } finally {
        given.delete(mail.messageId)
      }
    },
    close: () => transport.close(),
  }
}
