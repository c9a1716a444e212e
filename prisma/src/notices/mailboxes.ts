import type { Queryable } from '../database.ts'

/** Where mail to a person goes, and what its owner chose. */
export interface MailboxRow {
  address: string | null
  /** Kinds of notices that do not go by mail. */
  without: string[]
  version: number
  /** When and with which code a mail server refused the address for good. */
  refusedAt: Date | null
  refusal: string
}

const none: MailboxRow = { address: null, without: [], version: 0, refusedAt: null, refusal: '' }
const select = { address: true, without: true, version: true, refusedAt: true, refusal: true }

export const readMailbox = async (tx: Queryable, personId: string): Promise<MailboxRow> =>
  (await tx.prisma.mailbox.findUnique({ where: { personId }, select })) ?? none

export const mailboxesOf = async (tx: Queryable, people: string[]): Promise<Map<string, MailboxRow>> => {
  const rows = await tx.prisma.mailbox.findMany({
    where: { personId: { in: people } },
    select: { personId: true, ...select },
  })
  return new Map(rows.map(({ personId, ...row }) => [personId, row]))
}

/** As its owner chose it; another address was not refused yet. @returns false where it changed since that version */
export const putMailbox = async (
  tx: Queryable,
  personId: string,
  { version, ...chosen }: Pick<MailboxRow, 'address' | 'without' | 'version'>,
): Promise<boolean> => {
  const data = { ...chosen, refusedAt: null, refusal: '' }
  if (version === 0) {
    const { count } = await tx.prisma.mailbox.createMany({ data: { personId, ...data }, skipDuplicates: true })
    return count === 1
  }
  const { count } = await tx.prisma.mailbox.updateMany({
    where: { personId, version },
    data: { ...data, version: version + 1 },
  })
  return count === 1
}

/** Notes that a mail server refused an address for good; nothing where its owner changed it meanwhile. */
export const refuseMailbox = async (
  tx: Queryable,
  { personId, address, refusal, at }: { personId: string; address: string; refusal: string; at: Date },
): Promise<void> => {
  await tx.prisma.mailbox.updateMany({
    where: { personId, address, refusedAt: null },
    data: { refusedAt: at, refusal },
  })
}
