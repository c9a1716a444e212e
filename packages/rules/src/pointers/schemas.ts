// Ids and addresses as they come over the wire; apart from their patterns, so that devices need no zod.
import { z } from 'zod'
import type { Anchor, Pointer, RowPointer } from '../types/Pointer.ts'
import { isFieldId, isRowId, isTableId, isUuid } from './ids.ts'
import { longest, parseAnchor, parsePointer, parseRowPointer } from './pointer.ts'

const uuidSchema = z.string().refine(isUuid, 'Tulis UUID dengan huruf kecil.')
export const changeIdSchema = uuidSchema
export const tableIdSchema = z.string().refine(isTableId, 'Nama tabel tidak dikenal bentuknya.')
export const rowIdSchema = z.string().refine(isRowId, 'Nama baris tidak dikenal bentuknya.')
export const fieldIdSchema = z.string().refine(isFieldId, 'Nama isian tidak dikenal bentuknya.')

const address = <T extends Anchor>(fits: (text: string) => boolean, segments: string, message: string) =>
  z
    .string()
    .max(longest, message)
    .refine(fits, message)
    .meta({ pattern: `^(/[^/~]+)${segments}$` }) as unknown as z.ZodType<T, T>

export const pointerSchema = address<Pointer>(
  text => parsePointer(text) !== null,
  '{3}',
  'Alamat isian ditulis /tabel/baris/isian.',
)
export const rowPointerSchema = address<RowPointer>(
  text => parseRowPointer(text) !== null,
  '{2}',
  'Alamat baris ditulis /tabel/baris.',
)
export const anchorSchema = address<Anchor>(
  text => parseAnchor(text) !== null,
  '{0,3}',
  'Jangkar ditulis kosong, /tabel, /tabel/baris, atau /tabel/baris/isian.',
)
