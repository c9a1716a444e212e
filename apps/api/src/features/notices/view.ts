import type { MailboxRow } from '@sepakat/db'
import type { NoticeKind } from '@sepakat/rules'
import type { Config } from '../../config.ts'

export const mailboxView = ({ address, without, version, refusedAt, refusal }: MailboxRow, { smtp }: Config) => ({
  ...{ address, version, refusal },
  without: without as NoticeKind[],
  refusedAt: refusedAt?.toISOString() ?? null,
  on: smtp !== null,
})
