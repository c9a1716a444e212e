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
 * What a mail server said to a message. `refused`: never again to this address; `rejected`: never this message; `failed`: try later,
 * this one alone or (`all`) any.
 */
type MailOutcome = { is: 'sent' } | { is: 'refused' | 'rejected' | 'failed'; code: string; all?: boolean }

export interface Mailer {
  send: (mail: Mail) => Promise<MailOutcome>
  close: () => void
}

interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
}

/** What nodemailer throws quotes addresses: only its codes are kept. */
const outcomeOf = ({ code = 'EUNKNOWN', command = '', responseCode }: SmtpError): MailOutcome => {
  const said = [code, responseCode].filter(Boolean).join(' ')
  const isForGood = responseCode !== undefined && responseCode >= 500
  if (code === 'EENVELOPE' && command === 'RCPT TO')
    return isForGood ? { is: 'refused', code: String(responseCode) } : { is: 'failed', code: said }
  if (code === 'EENVELOPE' && responseCode === undefined) return { is: 'refused', code: 'alamat' }
  if (code === 'EMESSAGE') return { is: isForGood ? 'rejected' : 'failed', code: said }
  return { is: 'failed', code: said, all: true }
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Gives messages to the region's mail server, each over a connection of its own. */
export const createMailer = ({ host, port, security, auth, from }: Smtp): Mailer => {
  const transport = nodemailer.createTransport({
    ...{ host, port },
    ...{ secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(auth && { auth }),
    ...{ disableFileAccess: true, disableUrlAccess: true, ...timeouts },
  })
  return {
    send: async mail => {
      try {
        await transport.sendMail({ from, headers: { 'Auto-Submitted': 'auto-generated' }, ...mail })
        return { is: 'sent' }
      } catch (error) {
        return outcomeOf(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}
