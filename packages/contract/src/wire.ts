// Building blocks of requests and responses. Requests are strict; responses are cheap to serialise (no regular expressions).
import { roles } from '@sepakat/rules/access/roles.ts'
import { periodPattern } from '@sepakat/rules/periods/period.ts'
import { formAddressPattern, formSlugPattern, reportTypes } from '@sepakat/rules/reportTypes.ts'
import { mostRows } from '@sepakat/rules/saving/mostRows.ts'
import { shapedAs } from '@sepakat/rules/schemas/shapedAs.ts'
import { isBlank } from '@sepakat/rules/text/isBlank.ts'
import { reportStatuses, statuses } from '@sepakat/rules/workflow/statuses.ts'
import { z } from 'zod'
import './messages.ts'

export const uuid = z.uuid()
/** The parameters of a path that names one thing. */
export const byId = z.strictObject({ id: uuid })
export const id = z.string().meta({ format: 'uuid' })
export const instant = z.string().meta({ format: 'date-time' })
export const day = z.string().meta({ format: 'date' })
/** Any other year is a slip of the keyboard; lists, which go on after a due date, take four digits. */
const plausible = (text: string): boolean => text >= '1900' && text < '2200'
const wrongYear = 'Tulis tahun antara 1900 dan 2199.'
export const dayIn = z.iso.date().refine(plausible, wrongYear)
export const instantIn = z.iso.datetime({ offset: true }).refine(plausible, wrongYear)
/** Of bytes that are sent, so that what arrives otherwise is refused. */
export const sha256In = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 ditulis sebagai 64 angka heksadesimal kecil.')
/** What a device says of its own clock, which may be wrong: a statement, never refused for what it says. */
export const statedAt = z.iso.datetime({ offset: true })
/** post:<uuid>, key:<uuid> or system. */
const actor = z.string()

export const reportType = z.enum(reportTypes)
export const role = z.enum(roles)
export const status = z.enum(statuses)
export const reportStatus = z.enum(reportStatuses)
export const periodKey = z.string().regex(periodPattern, 'Tulis periode seperti 2026 atau 2026-TW3.')
export const formSlug = z.string().regex(formSlugPattern)
export const formId = z.string().regex(formAddressPattern, {
  error: ({ input }) => (input === '' ? 'Pilih formulir.' : 'Tulis formulir seperti spm/triwulan.'),
})
/**
 * How much of what the region owes by assignment is in: rows, or offices where they file the form whole. `incomplete` while
 * anything has not come in, `provisional` while anything is not approved.
 */
export const covered = z.object({
  coverage: z.object({ owed: z.number(), reported: z.number(), approved: z.number() }).meta({ id: 'Coverage' }),
  standing: z.enum(['final', 'provisional', 'incomplete']).meta({ id: 'CoverageStanding' }),
})
/** What a request may call a row or an address: whether there is such a one is another question, asked of rules where it is looked up. */
export const rowId = z.string().min(1, 'Pilih baris.').max(160)
export const address = z.string().max(400)
export const anchor = address.regex(/^(\/[^/~\s]+){0,3}$/, 'Jangkar ditulis /tabel/baris/isian.')
/** A cell, or a row to which something is done. */
export const changedAddress = address.regex(
  /^(\/[^/~\s]+){2,3}$/,
  'Alamat ditulis /tabel/baris/isian atau /tabel/baris.',
)

/**
 * Text that people write; of blanks alone it says nothing, and `missing` asks for it. NUL cannot be stored by PostgreSQL; lone
 * surrogates cannot be hashed.
 */
export const text = (max: number, min = 1, missing = 'Isian ini wajib diisi.') =>
  z
    .string()
    .trim()
    .min(min, missing)
    .max(max, `Paling banyak ${max} huruf.`)
    .refine(t => !t.includes('\u0000') && t.isWellFormed(), 'Ada huruf yang tidak dapat disimpan.')
    .refine(t => min === 0 || t === '' || !isBlank(t), missing)

/** Why a rule or a row changes: kept with what was published. */
export const reasonIn = text(400, 1, 'Tulis alasannya, misalnya nomor peraturannya.')
/** What is said where nothing was chosen; a wrong choice is told the right ones. */
export const unchosen = (message: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined || input === '' ? message : undefined),
})

/** For a rule over several fields: judged as soon as these are right by themselves, so that everything wrong is said at once. */
export const overFields = (...fields: string[]) => ({
  when: ({ value, issues }: { value: unknown; issues: { path?: PropertyKey[] }[] }) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    issues.every(({ path }) => !fields.includes(String(path?.[0]))),
})

export const paged = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
})
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
/**
 * An object of rules, sent as it was judged when it was stored: a schema of its own would judge again at each sending, and the
 * document shows programs an object.
 */
export const asStored = <T extends object>() => shapedAs<T>(z.record(z.string(), z.unknown()))
export const nothing = z.null()

export const cell = z.union([z.string(), z.boolean(), z.strictObject({ asTyped: z.string() })]).meta({ id: 'Cell' })
export const answers = z.record(z.string(), z.record(z.string(), z.record(z.string(), cell))).meta({ id: 'Answers' })
const mostCells = 20_000
/** The answers as fetched for editing: `removed` are the removed rows and their descendants, for restoring one. */
export const writtenAnswers = z.object({
  version: z.number(),
  answers,
  revs: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
  removed: answers,
})

const cellsIn = (sent: z.output<typeof answers>): number =>
  Object.values(sent)
    .flatMap(rows => Object.values(rows))
    .reduce((sum, cells) => sum + Object.keys(cells).length, 0)
/** A row without a cell is judged like any other. */
const rowsIn = (sent: z.output<typeof answers>): number =>
  Object.values(sent).reduce((sum, rows) => sum + Object.keys(rows).length, 0)
/** Answers that are sent. No form has as many cells or rows; judging more at once would keep everybody else waiting. */
export const answersIn = answers
  .refine(sent => cellsIn(sent) <= mostCells, 'Paling banyak 20.000 isian sekali kirim.')
  .refine(sent => rowsIn(sent) <= mostRows, 'Paling banyak 3.000 baris sekali kirim.')
/** Those of the form itself: programs are shown what each form asks. */
export const formAnswersIn = answersIn.meta({ id: 'FormAnswers' })
export const place = z.object({ parent: z.string().nullable(), position: z.string() })
/** Who did it, as people read it. */
export const by = z.object({ actor, name: z.string(), title: z.string() })

export const office = z.object({ id, name: z.string(), shortName: z.string() })
/** What people call a report, and whose it is. */
export const namedReport = {
  office,
  form: z.string(),
  title: z.string(),
  reportType,
  period: z.string(),
  periodTitle: z.string(),
  number: z.number(),
  practice: z.boolean(),
}
/** When somebody last asked an office for a report, who and with which words. */
export const lastReminder = z.object({ at: instant, by: z.string(), message: z.string() }).meta({ id: 'LastReminder' })
/** The report that a line of another list is about. */
export const listedReport = { submission: id, ...namedReport, reportStatus: status }
