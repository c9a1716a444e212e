// The shape of what a coordinator writes, as it is sent and stored. What a reference points at is another question: it is said when
// the text is read.
import { z } from 'zod'
import { periodPattern } from '../periods/period.ts'
import { formAddressPattern } from '../reportTypes.ts'
import { shapedAs } from '../schemas/shapedAs.ts'
import type { Narrative } from './Narrative.ts'

const mostLetters = 20_000
const mostPieces = 400
const mostItems = 200
const mostBlocks = 400

const words = z
  .string()
  .max(mostLetters, 'Paling banyak 20.000 huruf.')
  .refine(t => !t.includes('\u0000') && t.isWellFormed(), 'Ada huruf yang tidak dapat disimpan.')
const seen = z.string().max(400).optional()
const ref = z.strictObject({
  form: z.string().regex(formAddressPattern),
  period: z.string().regex(periodPattern),
  code: z.string().min(1).max(80),
  row: z.string().max(160),
  office: z.uuid().optional(),
})
const piece = z.discriminatedUnion('piece', [
  z.strictObject({
    piece: z.literal('text'),
    text: words,
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
  }),
  z.strictObject({
    piece: z.literal('figure'),
    of: ref,
    decimals: z.number().int().min(0).max(9).optional(),
    scale: z.enum(['thousand', 'million', 'billion', 'trillion']).optional(),
    bare: z.literal(true).optional(),
    seen,
  }),
  z.strictObject({
    piece: z.literal('direction'),
    of: ref,
    than: ref,
    words: z.enum(['naik', 'meningkat', 'lebih tinggi', 'membaik']),
    seen,
  }),
])
const text = z.array(piece).max(mostPieces, 'Paling banyak 400 potongan dalam satu paragraf.')
const block = z.discriminatedUnion('block', [
  z.strictObject({ block: z.enum(['paragraph', 'heading', 'quote']), text }),
  z.strictObject({
    block: z.enum(['bullets', 'numbers']),
    items: z.array(text).max(mostItems, 'Paling banyak 200 butir dalam satu daftar.'),
  }),
  z.strictObject({
    block: z.enum(['table', 'chart']),
    of: z.string().min(1).max(80),
    title: words.max(300).optional(),
  }),
])

export const narrativeSchema = shapedAs<Narrative>(
  z.array(block).max(mostBlocks, 'Paling banyak 400 paragraf dalam satu bagian.').meta({ id: 'Narrative' }),
)
