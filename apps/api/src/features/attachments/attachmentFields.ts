import { api } from '@sepakat/contract'
import type { z } from 'zod'
import type { Upload } from '#files/receiveUpload.ts'

/** What is said of a file that is attached. */
export const attachmentFields = api['POST /submissions/:id/attachments'].body

/** A file to attach. `name`: of what arrived in pieces, as what it was counted on its way. */
export type SentAttachment = Upload<z.output<typeof attachmentFields>> & { name?: string }
