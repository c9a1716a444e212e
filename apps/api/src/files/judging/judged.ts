import type { attachmentMedia } from '@sepakat/contract/endpoints/attachments.ts'
import type { FileWarning } from '@sepakat/db'

export type Media = (typeof attachmentMedia)[number]

/** What a file is, and what who reads it should know. */
export interface Judged {
  media: Media
  warnings: FileWarning[]
}
