import { z } from 'zod'
import { decimalPattern, exact } from '../numbers/decimal.ts'
import { isBlank } from '../text/isBlank.ts'
import type { RuleSet, Scale } from '../types.ts'
import { stepPattern } from './stepPattern.ts'

/** What looks at several numbers is asked only where each of them is one. */
const decimal = z.string().regex(decimalPattern, { abort: true })
const limit = decimal.nullable()
/** NUL cannot be stored by PostgreSQL; lone surrogates cannot be hashed. */
const name = z
  .string()
  .max(120)
  .refine(text => !isBlank(text) && !text.includes('\u0000') && text.isWellFormed(), 'Tulis namanya.')
const stepId = z.string().regex(stepPattern)

const scale: z.ZodType<Scale> = z
  .strictObject({
    id: name,
    bandOn: z.enum(['exact', 'rounded2']),
    bands: z
      .array(z.strictObject({ id: name, label: name, from: limit, above: z.literal(true).optional() }))
      .min(1)
      .max(20),
  })
  .refine(({ bands }) => bands.every(({ from }, at) => (from === null) === (at === bands.length - 1)), {
    message: 'Hanya jenjang terakhir yang tanpa batas bawah.',
  })
  .refine(({ bands }) => bands.every((band, at) => at === 0 || isLower(band.from, bands[at - 1]?.from ?? null)), {
    message: 'Jenjang ditulis dari yang tertinggi, masing-masing dengan batas yang lebih rendah.',
  })

const isLower = (from: string | null, before: string | null) =>
  from === null || (before !== null && exact(from).lt(exact(before)))

const spm = z.strictObject({
  weights: z.strictObject({ recipients: decimal, quality: decimal }),
  quality: z.enum(['mean', 'pooled', 'group-mean']),
  caps: z.strictObject({ recipients: limit, qualityRow: limit, quality: limit }),
  nil: z.enum(['exclude', 'hundred', 'zero']),
  urusan: z.enum(['services', 'subgroups']),
  scale,
})
const sakip = z.strictObject({
  lower: z.enum(['2T-R', 'T/R']),
  cap: limit,
  floor: limit,
  quarterly: z.enum(['sum', 'last']),
  averageOf: z.enum(['capped', 'raw']),
  office: z.enum(['objectives', 'indicators']),
  efficiency: z.enum(['difference', 'saving', 'pmk']),
  scale,
  grade: scale,
  predicate: scale,
})
const lkpj = z.strictObject({ physical: z.enum(['mean', 'weighted-by-budget']) })
const ordinals = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]{0,47}$/),
    z
      .array(z.strictObject({ id: stepId, label: name, value: decimal }))
      .min(1)
      .max(50),
  )
  .refine(scales => Object.keys(scales).length <= 50)

export const ruleSetIdPattern = /^\d{4}\.[1-9]\d*(\+uji)?$/

const isShare = (weight: string) => exact(weight).gte(exact('0')) && exact(weight).lte(exact('100'))

/** A whole rule set, as a region approves and keeps it. */
export const ruleSetSchema: z.ZodType<RuleSet> = z
  .strictObject({ id: z.string().regex(ruleSetIdPattern), spm, sakip, lkpj, ordinals })
  .refine(
    ({ spm: { weights } }) =>
      isShare(weights.recipients) && exact(weights.recipients).plus(exact(weights.quality)).eq(exact('100')),
    { path: ['spm', 'weights'], message: 'Bobot penerima layanan dan mutu harus berjumlah 100.' },
  )
  .refine(({ sakip: { cap: most, floor } }) => most === null || floor === null || exact(floor).lt(exact(most)), {
    path: ['sakip', 'floor'],
    message: 'Batas bawah capaian harus di bawah batas atasnya.',
  })

/** What `evaluate` may be given to try out: any part of a rule set; scales and ordinals are replaced whole. */
export const ruleSetOverridesSchema = z
  .strictObject({
    spm: spm.extend({ weights: spm.shape.weights.partial(), caps: spm.shape.caps.partial() }).partial(),
    sakip: sakip.partial(),
    lkpj: lkpj.partial(),
    ordinals,
  })
  .partial()
export type RuleSetOverrides = z.infer<typeof ruleSetOverridesSchema>
