import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { text } from '../wire.ts'

const words = text(300, 0)
const line = z.strictObject({
  office: words,
  form: words,
  period: words,
  row: words,
  field: words,
  value: text(4000, 0),
})
const sent = {
  need: 'archive.manage',
  of: 'region',
  rate: 'compute',
  canWait: true,
  once: 'natural',
  body: z.strictObject({
    lines: z.array(line).min(1, 'Belum ada baris.').max(5000, 'Paling banyak 5.000 baris sekali kirim.'),
  }),
} as const

const judged = z
  .object({
    /** By the words of the form where the line is understood, else as it was sent. */
    office: z.string(),
    form: z.string(),
    period: z.string(),
    row: z.string(),
    field: z.string(),
    value: z.string(),
    result: z.enum(['new', 'changed', 'same', 'wrong']),
    was: z.string().nullable().describe('Nilai yang sekarang tersimpan dan akan diganti.'),
    fault: z.string().nullable().describe('Apa yang salah pada baris ini.'),
    note: z.string().nullable().describe('Cara nilainya dibaca bila tidak tertulis apa adanya, misalnya sel persen.'),
    readings: z.array(z.string()).nullable().describe('Dua bacaan suatu angka yang perlu dipastikan.'),
  })
  .meta({ id: 'ArchiveLine' })
const response = z.object({ lines: z.array(judged) })

export const archiveEndpoints = endpoints({
  'POST /archive/preview': {
    ...sent,
    summary: 'Periksa nilai dari masa sebelum SEPAKAT, baris demi baris; tidak ada yang disimpan',
    audit: 'stores-nothing',
    response,
    problems: ['invalid'],
  },
  'POST /archive': {
    ...sent,
    summary: 'Bawa masuk nilai dari masa sebelum SEPAKAT; baris yang salah dilewati, yang sama tidak mengubah apa pun',
    audit: 'submission.archived',
    response,
    problems: ['invalid'],
  },
})
