import { badShapes, lockReasons } from '@sepakat/rules/types/Change.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { address, by, cell, id, instant, place, rowId, statedAt, text, uuid, writtenAnswers } from '../wire.ts'
import { params } from './submissions.ts'

const changeId = uuid
const base = z.number().int().min(0).optional()
/** Taken over from a file or a spreadsheet, not typed. */
const via = z.literal('import').optional()
const at = address.min(1)
const value = z.union([z.string().max(40000), z.boolean(), z.strictObject({ asTyped: z.string().max(4000) })])
/** The value read before the report was created (`GET /obligations/:id/draft`). */
const seen = value.optional()
const position = z.string().min(1).max(80)
const placeIn = z.strictObject({ parent: rowId.nullable(), position })
/** Values are judged one by one by the save protocol (`bad-shape`), so that one wrong cell never refuses the others. */
const change = z
  .discriminatedUnion('op', [
    z.strictObject({ changeId, base, seen, via, op: z.literal('set'), pointer: at, value }),
    z.strictObject({ changeId, base, seen, via, op: z.literal('clear'), pointer: at }),
    z.strictObject({ changeId, base, via, op: z.literal('add'), pointer: at, value: placeIn }),
    z.strictObject({ changeId, base, via, op: z.literal('move'), pointer: at, value: placeIn }),
    z.strictObject({ changeId, base, via, op: z.literal('remove'), pointer: at }),
  ])
  .meta({ id: 'Change' })
const worth = z.union([cell, place, z.literal('removed'), z.null()])
const result = z
  .discriminatedUnion('result', [
    z.object({ changeId: z.string(), result: z.enum(['applied', 'already']), rev: z.number() }),
    z.object({
      changeId: z.string(),
      result: z.literal('conflict'),
      yours: worth,
      theirs: z.object({
        pointer: z.string(),
        value: worth,
        rev: z.number(),
        by: z.string(),
        name: z.string(),
        at: instant,
      }),
    }),
    z.object({
      changeId: z.string(),
      result: z.literal('locked'),
      why: z.enum(lockReasons),
      status: z.string(),
      since: instant,
      by: z.string().nullable(),
      name: z.string(),
    }),
    z.object({
      changeId: z.string(),
      result: z.literal('bad-shape'),
      code: z.enum(badShapes),
      message: z.string(),
    }),
  ])
  .meta({ id: 'ChangeResult' })

/** Saving, for every caller: each change is answered by itself. */
const saving = {
  audit: 'answers.changed',
  rate: 'write',
  once: 'change-id',
  params,
  ifMatch: true,
  body: z.strictObject({
    changes: z.array(change).min(1).max(200),
    device: text(80).optional(),
    deviceAt: statedAt.optional(),
  }),
  response: z.object({ version: z.number(), results: z.array(result) }),
} as const

export const answerEndpoints = endpoints({
  'GET /submissions/:id/answers': {
    summary: 'Semua isian; dengan revs=true juga nomor perubahan tiap sel dan isi baris yang dihapus',
    need: 'submission.read',
    rate: 'read',
    params,
    query: z.object({ revs: z.stringbool().optional() }),
    response: writtenAnswers.partial({ revs: true, removed: true }),
    problems: ['not-found', 'no-right'],
  },
  'PATCH /submissions/:id/answers': {
    summary: 'Simpan perubahan isian, paling banyak 200; tiap perubahan dijawab sendiri-sendiri',
    need: 'submission.write',
    ...saving,
    problems: ['not-found', 'invalid', 'stale', 'precondition-required', 'wrong-status'],
  },
  'PATCH /submissions/:id/evaluation': {
    summary: 'Simpan isian penilai selama pemeriksaan; bentuknya seperti menyimpan isian',
    need: 'submission.evaluate',
    ...saving,
    problems: ['not-found', 'no-right', 'invalid', 'stale', 'precondition-required', 'needs-unmet'],
  },
  'GET /submissions/:id/changes': {
    summary: 'Perubahan sejak suatu nomor, atau riwayat satu sel',
    need: 'submission.read',
    rate: 'read',
    params,
    query: z.object({
      since: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
      pointer: address.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.object({
      version: z.number(),
      items: z.array(
        z.object({
          seq: z.number(),
          pointer: z.string(),
          op: z.string(),
          from: worth.optional(),
          to: worth.optional(),
          by,
          at: instant,
          via: z.string(),
          changeId: id,
        }),
      ),
      more: z.boolean(),
    }),
    problems: ['not-found', 'no-right', 'invalid'],
  },
})
