import type { Permission } from '../access/permissions.ts'
import type { EventType } from '../eventTypes.ts'

interface MessageKind {
  /** As people choose it. */
  label: string
  /** What a key needs to be told of it. */
  needs: Permission
  /** Events of history that it follows from. */
  of: readonly EventType[]
}

/** What programs can be told of; a name is never reused for another meaning. */
export const messageTypes = {
  'submission.submitted': { label: 'Laporan dikirim', needs: 'submission.read', of: ['submission.submitted'] },
  'submission.returned': { label: 'Laporan dikembalikan', needs: 'submission.read', of: ['submission.returned'] },
  'submission.approved': { label: 'Laporan disetujui', needs: 'submission.read', of: ['submission.approved'] },
  'submission.reopened': { label: 'Laporan dibuka kembali', needs: 'submission.read', of: ['submission.reopened'] },
  'figures.changed': {
    label: 'Angka berubah',
    needs: 'figure.read',
    of: [
      'submission.submitted',
      'submission.withdrawn',
      'submission.returned',
      'submission.approved',
      'submission.recomputed',
    ],
  },
  'obligations.changed': {
    label: 'Kewajiban lapor berubah',
    needs: 'submission.read',
    of: [
      'obligations.generated',
      'obligation.removed',
      'submission.extended',
      'submission.due-moved',
      'submission.office-changed',
      'period.changed',
      // a reorganisation alone
      'office.changed',
    ],
  },
} as const satisfies Record<string, MessageKind>

export type MessageType = keyof typeof messageTypes
export const messageTypeNames = Object.keys(messageTypes) as MessageType[]

/** Sent when somebody asks whether the address works. */
export const testMessage = 'webhook.test'

/** What programs are told of an event. */
export const messagesOf = (event: EventType): MessageType[] =>
  messageTypeNames.filter(name => (messageTypes[name].of as readonly EventType[]).includes(event))

/** Seconds before each try, counted from the one before: over a day in all. After the last a message has failed. */
export const triesAfter = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400] as const

/** `refused`: what the key may not read any more, and was not sent. */
export const messageStatuses = ['waiting', 'delivered', 'failed', 'refused'] as const
export type MessageStatus = (typeof messageStatuses)[number]
