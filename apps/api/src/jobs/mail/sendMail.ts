import {
  type Database,
  dropStaleMail,
  nextWaitingMail,
  postponeMail,
  reader,
  readSettings,
  refuseMailbox,
  settleMail,
  statusesNow,
  type Transaction,
  transaction,
  type WaitingMail,
} from '@sepakat/db'
import { daysAfter, isToDo } from '@sepakat/rules'
import { dayIn } from '#http/region.ts'
import type { Config } from '../../config.ts'
import type { Mailer } from './createMailer.ts'
import { noticeMail } from './noticeMail.ts'

interface Sending {
  db: Database
  config: Pick<Config, 'publicUrl'>
  mailer: Mailer
  clock: () => Date
}

/** What is still so of a notice: reports that moved since it was written are no longer in it. */
const stillSo = async (tx: Transaction, mail: WaitingMail): Promise<WaitingMail> => {
  const ids = mail.lines.flatMap(({ obligation }) => obligation ?? [])
  const now = await statusesNow(tx, ids)
  const isSo = ({ obligation, status }: WaitingMail['lines'][number]) => {
    const today = obligation === null ? undefined : now.get(obligation)
    return today !== undefined && isToDo(today) === isToDo(status) && today !== 'approved'
  }
  return { ...mail, lines: mail.lines.filter(isSo) }
}

/** How long a message waits after it failed again, in ms: 1, 2, 4 … 60 minutes, a little less since the job comes each minute. */
const pauseAfter = (tries: number): number => Math.min(2 ** tries, 60) * 60_000 - 10_000

/**
 * Sends the next notice that waits. It is locked meanwhile, so that no other worker sends it; between the answer of the mail server
 * and the commit a process that dies leaves it waiting, and it is sent again under the same Message-ID: never otherwise. One that the
 * server was given whole and did not answer is `unknown` and not sent again: most such servers deliver it.
 */
const sendNext = (
  { db, config: { publicUrl }, mailer, clock }: Sending,
  region: string,
): Promise<{ failed: { code: string; all: boolean } | null } | null> =>
  transaction(
    db,
    async tx => {
      const waiting = await nextWaitingMail(tx, clock())
      if (waiting === null) return null
      const { id, personId, address, without } = waiting
      const mail = await stillSo(tx, waiting)
      if (address === null || mail.lines.length === 0) {
        await settleMail(tx, id, address === null ? without : 'stale', clock())
        return { failed: null }
      }
      const outcome = await mailer.send(noticeMail(mail, address, { publicUrl, region }))
      if (outcome.is === 'failed') {
        await postponeMail(tx, id, new Date(clock().getTime() + pauseAfter(waiting.mailTries)))
        return { failed: { code: outcome.code, all: outcome.all === true } }
      }
      if (outcome.is === 'refused') await refuseMailbox(tx, { personId, address, refusal: outcome.code, at: clock() })
      await settleMail(tx, id, outcome.is === 'rejected' ? 'refused' : outcome.is, clock())
      return { failed: outcome.is === 'unknown' ? { code: outcome.code, all: true } : null }
    },
    1,
  )

/** Sends what waits to be sent. @throws where the mail server takes nothing now: what waits is tried again at the next turn */
export const sendMail = async (sending: Sending): Promise<void> => {
  const { db, clock } = sending
  const { region } = await readSettings(reader(db))
  const today = dayIn(region.zone, clock())
  await dropStaleMail(reader(db), today, daysAfter(today, -1), clock())
  let code: string | null = null
  for (;;) {
    const sent = await sendNext(sending, region.name)
    if (sent === null) break
    code = sent.failed?.code ?? code
    if (sent.failed?.all) break
  }
  if (code !== null) throw new Error(`the mail server did not take a message: ${code}`)
}
