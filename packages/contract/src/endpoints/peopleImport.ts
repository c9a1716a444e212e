import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { instant, text } from '../wire.ts'

const words = text(300, 0)
const row = z.strictObject({
  name: words,
  nip: words,
  username: words,
  office: words,
  role: words,
  reportTypes: words,
  from: words,
  to: words,
})
const sent = {
  need: 'person.manage',
  of: 'region',
  rate: 'write',
  once: 'natural',
  body: z.strictObject({
    people: z.array(row).min(1, 'Belum ada baris.').max(200, 'Paling banyak 200 orang sekali kirim.'),
  }),
} as const

const judged = z
  .object({
    name: z.string(),
    signInName: z.string(),
    /** What the person may do, where, for which reports and how long; in the words of the row where it is wrong. */
    post: z.string(),
    result: z.enum(['new', 'there', 'wrong']),
    fault: z.string().nullable().describe('Apa yang salah pada baris ini.'),
  })
  .meta({ id: 'PersonLine' })

export const peopleImportEndpoints = endpoints({
  'POST /people/import/preview': {
    ...sent,
    summary: 'Periksa daftar orang dari Excel, baris demi baris; tidak ada yang disimpan',
    audit: 'stores-nothing',
    response: z.object({ lines: z.array(judged) }),
    problems: ['invalid'],
  },
  'POST /people/import': {
    ...sent,
    summary: 'Tambah orang dari Excel, masing-masing dengan kode masuk yang hanya diberitahukan sekali ini',
    audit: 'person.created',
    also: ['code.issued', 'post.granted', 'second.asked'],
    response: z.object({
      lines: z.array(judged),
      /** The posts of all of them wait for a second person, who decides about them once. */
      waiting: z.boolean(),
      codes: z.array(z.object({ code: z.string(), expiresAt: instant, name: z.string(), signInName: z.string() })),
    }),
    problems: ['invalid'],
  },
})
