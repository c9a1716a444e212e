import {
  editionFileStatuses,
  editionFormats,
  editionStatuses,
  editionTypes,
} from '@sepakat/rules/editions/editionTypes.ts'
import type { FrozenBlockOfEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import type { FigureRef } from '@sepakat/rules/editions/Narrative.ts'
import { narrativeSchema } from '@sepakat/rules/editions/narrativeSchema.ts'
import { z } from 'zod'
import { asStored, by, covered, id, instant, reportType, uuid } from '../wire.ts'
import { signingWay } from './signing.ts'

export const params = z.strictObject({ id: uuid })
export const partId = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const ofSection = params.extend({ section: partId })
export const ofFile = params.extend({ file: uuid })
export const ofSending = params.extend({ addressee: partId })
export const editionType = z.enum(editionTypes)
export const format = z.enum(editionFormats)
export const figureRef = asStored<FigureRef>()

/** One version of the regency's own report of a type and period. */
export const editionLine = z
  .object({
    id,
    type: editionType,
    /** `LPPD Tahun 2025`. */
    name: z.string(),
    title: z.string(),
    reportType,
    period: z.string(),
    periodTitle: z.string(),
    version: z.number(),
    status: z.enum(editionStatuses),
    statusAt: instant,
    statusBy: by,
    openedAt: instant,
    openedBy: by,
    /** Of the content as it was frozen; null until then. */
    sha256: z.string().nullable(),
  })
  .meta({ id: 'EditionLine' })

const sectionLine = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    /** What belongs here. */
    guide: z.string(),
    optional: z.boolean(),
    hidden: z.boolean(),
    /** Tables and charts that it has whatever is written. */
    has: z.array(z.object({ as: z.enum(['table', 'chart']), id: z.string(), title: z.string() })),
    /** 0: nothing was ever written; what an earlier edition said is rev 1. */
    rev: z.number(),
    /** Null at rev 0. */
    by: by.nullable(),
    at: instant.nullable(),
    /** Its text was taken over from an earlier edition and not written since. */
    carried: z.boolean(),
    words: z.number(),
    /** Figures and directions that say something else than was last seen. */
    moved: z.number(),
    /** Numbers typed by hand that equal no figure. */
    marks: z.number(),
  })
  .meta({ id: 'EditionSectionLine' })

/** As what the receipt of a sending is attached. */
export const receiptMedia = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const
export const receiptFile = z
  .object({
    fileName: z.string(),
    media: z.string().meta({ enum: [...receiptMedia] }),
    bytes: z.number(),
    sha256: z.string(),
  })
  .meta({ id: 'ReceiptFile' })

const statement = z.object({ number: z.string(), date: z.string(), text: z.string(), by, at: instant })

export const edition = editionLine
  .extend({
    /** The Inspektorat reviews it before it is approved. */
    reviewed: z.boolean(),
    legal: z.string(),
    chapters: z.array(
      z.object({ id: z.string(), number: z.string(), title: z.string(), sections: z.array(sectionLine) }),
    ),
    /** What a section may put in. */
    tables: z.array(z.object({ id: z.string(), title: z.string() })),
    charts: z.array(z.object({ id: z.string(), title: z.string() })),
    /** The statement of review; null before it. */
    statement: statement.nullable(),
    /** With which words it came back, newest first. */
    returns: z.array(z.object({ text: z.string(), by, at: instant })),
    sendings: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        by: z.string(),
        legal: z.string(),
        /** `file`: the receipt as it was scanned; null where it is not attached. */
        sent: z
          .object({ date: z.string(), receipt: z.string(), file: receiptFile.nullable(), by, at: instant })
          .nullable(),
      }),
    ),
    /** All versions of this report, newest first; this one among them. */
    versions: z.array(
      z.object({ id, version: z.number(), period: z.string(), status: z.enum(editionStatuses), statusAt: instant }),
    ),
    /** Of the same kind for the period before, newest frozen version; null where there is none. */
    before: id.nullable(),
    /** What who asks may do with it now. */
    may: z.object({
      write: z.boolean(),
      send: z.boolean(),
      review: z.boolean(),
      return: z.boolean(),
      approve: z.boolean(),
      sign: z.boolean(),
      sending: z.boolean(),
    }),
    /** Why it cannot be approved by who asks; null where it can, or it is not theirs. */
    approval: z.string().nullable(),
  })
  .meta({ id: 'Edition' })

/** Where in a text: block, item of a list (0 elsewhere), piece. */
const place = z.object({ block: z.number(), item: z.number(), piece: z.number() })

const said = place
  .extend({
    /** With unit, rounding and scale, as it is printed. */
    said: z.string(),
    value: z.string().nullable(),
    /** It says something else than was last seen. */
    moved: z.boolean(),
    /** Null where it was never seen. */
    seen: z.string().nullable(),
    /** What it is: `Serapan anggaran · 2025 · seluruh daerah`. */
    name: z.string(),
    ...covered.partial().shape,
  })
  .meta({ id: 'SaidPiece' })

const mark = place
  .extend({
    /** Letters of the piece's text, from and up to. */
    from: z.number(),
    to: z.number(),
    text: z.string(),
  })
  .meta({ id: 'NumberMark' })

export const saidText = z.object({ said: z.array(said), marks: z.array(mark) })

export const section = saidText
  .extend({
    id: z.string(),
    rev: z.number(),
    by: by.nullable(),
    at: instant.nullable(),
    carried: z.boolean(),
    narrative: narrativeSchema,
    /** As it comes out: the text said, with its tables and charts. */
    blocks: z.array(asStored<FrozenBlockOfEdition>()),
  })
  .meta({ id: 'EditionSection' })

export const file = z
  .object({
    id,
    as: format,
    status: z.enum(editionFileStatuses),
    /** Of 100. */
    progress: z.number(),
    /** Of a draft: as it was when it was made. */
    draft: z.boolean(),
    bytes: z.number().nullable(),
    /** What went wrong, in words; null unless it failed. */
    problem: z.string().nullable(),
    /** Of a signed PDF: the file that was signed, and how. Who signed it, and when, is who ordered it. */
    signed: z.object({ file: id, with: signingWay }).nullable(),
    orderedAt: instant,
    orderedBy: by,
    doneAt: instant.nullable(),
  })
  .meta({ id: 'EditionFile' })
