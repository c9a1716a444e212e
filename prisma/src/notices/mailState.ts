import type { Queryable } from '../database.ts'

export interface MailState {
  waiting: number
  /** When a mail server last took a message; null: never, or longer ago than notices are kept. */
  lastAt: Date | null
  /** Whose address was refused for good, by name; the first hundred. */
  refused: { name: string; at: Date; code: string }[]
}

/** How the mail of notices is. */
export const mailState = async (tx: Queryable): Promise<MailState> => {
  const [waiting, sent, refused] = [
    await tx.prisma.notice.count({ where: { mail: 'waiting' } }),
    await tx.prisma.notice.findFirst({
      where: { mail: 'sent' },
      orderBy: { at: 'desc' },
      select: { mailAt: true },
    }),
    await tx.prisma.mailbox.findMany({
      where: { refusedAt: { not: null } },
      orderBy: { refusedAt: 'desc' },
      select: { refusedAt: true, refusal: true, person: { select: { name: true } } },
      take: 100,
    }),
  ]
  return {
    waiting,
    lastAt: sent?.mailAt ?? null,
    refused: refused.map(({ refusedAt, refusal, person }) => ({ name: person.name, at: refusedAt!, code: refusal })),
  }
}
