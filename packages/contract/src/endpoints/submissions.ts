import { contributionStatuses } from '@sepakat/rules/contributions/decideContribution.ts'
import { changeOps } from '@sepakat/rules/saving/change.ts'
import { timelinesses } from '@sepakat/rules/workflow/lateness.ts'
import { reopenStatuses } from '@sepakat/rules/workflow/recordStatuses.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import {
  by,
  cell,
  covered,
  formAnswersIn,
  formId,
  id,
  instant,
  lastReminder,
  namedReport,
  office,
  page,
  paged,
  periodKey,
  reportStatus,
  reportType,
  status,
  text,
  uuid,
  writtenAnswers,
} from '../wire.ts'
import { figuresNote, followedFigures, followedLines, linesNote, updatedSince } from './followed.ts'
import { formScope } from './formScope.ts'
import { figure, finding } from './forms.ts'

const progress = z.object({ filled: z.number(), all: z.number() })

/** A report of the same office that must have been submitted first. `obligation`: null where the office does not owe it. */
const prerequisite = z.object({
  form: z.string(),
  title: z.string(),
  period: z.string(),
  periodTitle: z.string(),
  practice: z.boolean(),
  obligation: id.nullable(),
  submission: id.nullable(),
  status: reportStatus,
})

/** One line of a list: an obligation with the state of its submission, which may not have been created. */
const line = z
  .object({
    obligation: id.nullable(),
    submission: id.nullable(),
    ...namedReport,
    status: reportStatus,
    dueAt: instant.nullable(),
    opensAt: instant.nullable(),
    closesAt: instant.nullable(),
    returnDueAt: instant.nullable(),
    late: z.boolean(),
    progress: progress.nullable(),
    openNotes: z.number(),
    claimedBy: z.string().nullable(),
    submittedAt: instant.nullable(),
    statusAt: instant.nullable(),
    latestRevision: z.number().nullable(),
    approvedRevision: z.number().nullable(),
    /** When somebody last asked the office for it, who and with which words; null: never. */
    reminder: lastReminder.nullable(),
    /** Reports of the same type, office and year that come before this one in the work of the year. */
    follows: z.array(z.object({ form: z.string(), period: z.string() })),
    /** What keeps it from being started; empty where nothing does. */
    prerequisites: z.array(prerequisite),
  })
  .meta({ id: 'ReportLine' })

/** Rows or tables handed to a unit below or a person; of `office` and `person` one is null. */
const contribution = z
  .object({
    id,
    anchors: z.array(z.string()),
    to: z.object({ office: id.nullable(), person: id.nullable(), name: z.string() }),
    dueAt: instant,
    status: z.enum(contributionStatuses),
    note: z.string(),
    /** Handed to who asks. */
    mine: z.boolean(),
    by,
    at: instant,
    statusAt: instant,
  })
  .meta({ id: 'Contribution' })
/** That the office asks for the report to be opened again, with what it would change; `answer`: why it was declined. */
const reopenRequest = z
  .object({
    id,
    reason: z.string(),
    changes: z.array(z.object({ pointer: z.string(), op: z.enum(changeOps), value: cell.optional() })),
    by,
    at: instant,
    status: z.enum(reopenStatuses),
    answer: z.string(),
    answeredBy: by.nullable(),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'ReopenRequest' })
const submission = z
  .object({
    id,
    ...namedReport,
    formVersion: z.number(),
    newestVersion: z.number(),
    status,
    submittedFrom: z.string().nullable(),
    version: z.number(),
    progress: z.record(z.string(), progress),
    dueAt: instant.nullable(),
    closesAt: instant.nullable(),
    returnDueAt: instant.nullable(),
    late: z.boolean(),
    origin: z.string(),
    claimedBy: by.nullable(),
    openAnchors: z.array(z.string()).nullable(),
    latestRevision: z.number().nullable(),
    approvedRevision: z.number().nullable(),
    statusAt: instant,
    statusBy: by.nullable(),
    submittedAt: instant.nullable(),
    recheck: z.object({ at: instant, because: z.string(), findings: z.array(finding) }).nullable(),
    readable: z.boolean(),
    /** What a contributor was handed of it, as anchors; null for who sees the whole. */
    part: z.array(z.string()).nullable(),
    contributions: z.array(contribution),
    /** Seen by the office, and by those who may open the report again. */
    reopenRequests: z.array(reopenRequest),
    /** Moves that may be tried now by who asks, with what each still lacks. */
    moves: z.array(z.object({ move: z.string(), needs: z.array(z.object({ code: z.string(), message: z.string() })) })),
    numbers: z.array(z.object({ id, number: z.number(), status })),
    ticks: z.array(z.object({ anchor: z.string(), revision: z.number(), by, at: instant })),
  })
  .meta({ id: 'Submission' })

export const params = z.strictObject({ id: uuid })
const filters = {
  updatedSince,
  reportType: reportType.optional(),
  form: formId.optional(),
  /** Of the forms that are reviewed by this role. */
  reviewer: z.enum(['verifier', 'evaluator']).optional(),
  office: uuid.optional(),
  /** Of the office alone, not of what is below it. */
  alone: z.stringbool().optional(),
  period: periodKey.optional(),
  year: z.coerce.number().int().min(2015).max(2100).optional(),
  q: text(80).optional(),
  late: z.stringbool().optional(),
  /** Of what was due by now: how it was first submitted. */
  timeliness: z.enum(timelinesses).optional(),
  practice: z.stringbool().optional(),
}

export const submissionEndpoints = endpoints({
  'GET /obligations': {
    summary: 'Kewajiban lapor dengan keadaan laporannya; yang belum dimulai juga',
    note: linesNote,
    need: 'submission.read',
    rate: 'read',
    canWait: true,
    query: paged.extend({ ...filters, open: z.stringbool().optional(), status: z.string().max(120).optional() }),
    response: page(line).extend(followedLines),
    problems: ['invalid', 'feed-restart'],
  },
  'GET /obligations/:id/draft': {
    summary: 'Laporan ini seperti akan dimulai, dengan bahan dan isian awalnya: untuk mulai mengisi tanpa jaringan',
    need: 'submission.write',
    rate: 'read',
    params,
    response: z.object({ submission, form: formScope, answers: writtenAnswers }),
    problems: ['no-obligation', 'not-found', 'no-right', 'needs-unmet'],
  },
  'GET /submissions': {
    summary: 'Laporan menurut status, jenis, perangkat daerah, dan periode',
    note: linesNote,
    need: 'submission.read',
    rate: 'read',
    canWait: true,
    query: paged.extend({ ...filters, status: z.string().max(120).optional(), mine: z.stringbool().optional() }),
    response: page(line).extend(followedLines),
    problems: ['invalid', 'feed-restart'],
  },
  'POST /submissions': {
    summary: 'Mulai laporan untuk satu kewajiban; diminta lagi, dijawab dengan laporan yang sama',
    need: 'submission.write',
    audit: 'submission.created',
    rate: 'write',
    once: 'natural',
    status: 201,
    body: z.union([
      z.strictObject({ obligation: uuid, answers: formAnswersIn.optional() }),
      z.strictObject({ office: uuid, form: formId, period: periodKey, answers: formAnswersIn.optional() }),
      z.strictObject({ after: uuid, reason: text(400) }),
    ]),
    response: submission,
    location: '/submissions/:id',
    problems: ['no-obligation', 'invalid', 'not-found', 'needs-unmet', 'exists'],
  },
  'GET /submissions/:id': {
    summary: 'Satu laporan: status, progres, yang dapat dilakukan',
    need: 'submission.read',
    rate: 'read',
    params,
    response: submission,
    problems: ['not-found'],
  },
  'GET /submissions/:id/form': {
    summary: 'Bahan formulir: versi katalog, aturan penghitungan, lingkup, dan sumber',
    need: 'submission.read',
    rate: 'read',
    params,
    response: formScope,
    problems: ['not-found', 'no-right'],
  },
  'POST /submissions/:id/version': {
    summary: 'Pindahkan draf ke versi katalog terbaru',
    need: 'submission.write',
    audit: 'submission.version-moved',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({ to: z.number().int().min(1) }),
    response: submission,
    problems: ['not-found', 'wrong-status', 'invalid'],
  },
  'GET /figures': {
    summary: 'Angka dari kiriman yang disetujui (final) atau dikirim (sementara)',
    note: figuresNote,
    need: 'figure.read',
    rate: 'read',
    canWait: true,
    query: paged.extend({
      form: formId.optional(),
      period: periodKey.optional(),
      year: z.coerce.number().int().min(2015).max(2100).optional(),
      office: uuid.optional(),
      code: z.string().max(60).optional(),
      row: z.string().max(160).optional(),
      provisional: z.stringbool().optional(),
      updatedSince,
    }),
    response: page(
      z.object({
        office,
        form: z.string(),
        period: z.string(),
        submission: id,
        revision: z.number(),
        standing: z.enum(['final', 'provisional']),
        label: z.string(),
        rowLabel: z.string(),
        figure,
      }),
    ).extend(followedFigures),
    problems: ['invalid', 'feed-restart'],
  },
  'GET /recap': {
    summary: 'Rekapitulasi: angka seluruh daerah dari satu formulir pada satu periode',
    note: '`office` membatasi rekapitulasi pada satu perangkat daerah dan semua yang di bawahnya. Tanpa `office` angka mencakup seluruh daerah, dan hanya untuk jabatan atau kunci yang menjangkau seluruh daerah. Sebuah angka mendaftar paling banyak 200 angka perangkat daerah yang menjadi bahannya, dan `more` menyebut berapa lagi; `code` dan `row` (kosong: seluruh daerah) meminta satu angka saja, dengan semuanya.',
    need: 'figure.read',
    rate: 'read',
    canWait: true,
    query: z.object({
      form: formId,
      period: periodKey,
      office: uuid.optional(),
      code: z.string().max(60).optional(),
      row: z.string().max(160).optional(),
      provisional: z.stringbool().optional(),
    }),
    response: z.object({
      form: z.string(),
      period: z.string(),
      /** Whose branch of the office tree it is of; null: the region. */
      branch: office.nullable(),
      /** The newest approved one of the year, by which every figure is computed but those of `recomputing` and `unlike` reports. */
      ruleSet: z.string(),
      ...covered.shape,
      notUsing: z.array(office),
      /** How many of the reports it is made from are still to be computed by this rule set. */
      recomputing: z.number(),
      /** Those whose figures stay as they were approved: by their own rules they no longer come to what was frozen. */
      unlike: z.array(z.object({ office, submission: id })),
      /** The revisions it is made from, and what they call figures, by code: of several names that of the newest approved one. */
      reports: z.array(z.object({ office: id, submission: id, revision: z.number() })),
      names: z.record(z.string(), z.string()),
      items: z.array(
        z.object({
          ...covered.shape,
          label: z.string(),
          rowLabel: z.string(),
          /** Of a row of the catalogue: its printed code, and the label of its group. */
          rowCode: z.string(),
          group: z.string(),
          offices: z.array(office),
          figure,
          /** How many more figures of offices it is made of than its derivation lists: then it is not enough to compute it again. */
          more: z.number(),
        }),
      ),
    }),
    problems: ['invalid', 'not-found'],
  },
  'GET /overview': {
    summary: 'Kelengkapan per jenis laporan dan perangkat daerah',
    need: 'figure.read',
    rate: 'read',
    canWait: true,
    query: z.object({ year: z.coerce.number().int().min(2015).max(2100), practice: z.stringbool().optional() }),
    response: z.object({
      totals: z.array(
        z.object({
          reportType,
          all: z.number(),
          begun: z.number(),
          submitted: z.number(),
          approved: z.number(),
          late: z.number(),
        }),
      ),
      /** For each form with a recap, for callers who reach the whole region: the same numbers as there, with what was only submitted. */
      coverage: z.array(
        z.object({ ...covered.shape, form: z.string(), period: z.string(), notUsing: z.array(office) }),
      ),
      cells: z.array(
        z.object({
          office,
          form: z.string(),
          period: z.string(),
          submission: id.nullable(),
          status: z.string(),
          late: z.boolean(),
        }),
      ),
    }),
    problems: ['invalid'],
  },
})
