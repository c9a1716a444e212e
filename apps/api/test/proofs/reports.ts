import { putSetting, reader } from '@sepakat/db'
import { v7 } from 'uuid'
import { soon } from '#testing/filing.ts'
import type { Caller, SignedIn, TestApi } from '#testing/testApi.ts'
import { pdf, upload } from '#testing/upload.ts'
import type { ReportStatus } from './matrix/readRights.ts'

/** A report of one office in one status, with what hangs on it. */
export interface Report {
  id: string
  period: string
  /** A note of its review; one that does not exist where it was never reviewed. */
  note: string
  attachment: string
  /** What was asked about a figure of it; one that does not exist where none counts. */
  question: string
  /** A part of it that was handed to its operator, who has declared it done. */
  contribution: string
}
export interface Team {
  office: string
  operator: SignedIn
  /** Claims what is in review. */
  reviewer: Caller
  /** Made the first review of what is in its second. */
  firstReviewer: Caller
}

const nilAnchor = '/recipients/korban-bencana/state'
const cells = {
  '/recipients/gepeng/due': '40',
  '/recipients/gepeng/served': '31',
  '/recipients/korban-bencana/state': 'nil',
  '/recipients/korban-bencana/reason': 'Tidak ada bencana',
}
const declared = ['/recipients/korban-bencana']

/** Calls that must succeed. @throws with the answer where one does not */
export const must = async (by: Caller, method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown = {}) => {
  const answer = await by.call(method, path, body)
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
  return answer.json()
}

/**
 * One report for each status, each brought there by who does so in an office: filled in, a nil proved, submitted, and from the
 * second submission on once returned with a note that was answered.
 */
export const buildReports = async (
  { db }: TestApi,
  { office, operator, reviewer, firstReviewer }: Team,
  periods: Record<ReportStatus, string>,
): Promise<Record<ReportStatus, Report>> => {
  const move = (by: Caller, { id }: Report, name: string, body: object = {}) =>
    must(by, 'POST', `/submissions/${id}/${name}`, body)
  const steps = (signing: boolean, secondReview: boolean) => {
    const spm = { signing, secondReview }
    const off = { signing: false, secondReview: false }
    return putSetting(reader(db), 'moves', { spm, lppd: off, sakip: off, lkpj: off }, 'system')
  }
  const file = async (period: string): Promise<Report> => {
    const { id } = await must(operator, 'POST', '/submissions', { office, form: 'spm/triwulan', period })
    const changes = Object.entries(cells).map(([pointer, value]) => ({
      changeId: v7(),
      op: 'set',
      pointer,
      value,
      base: 0,
    }))
    await must(operator, 'PATCH', `/submissions/${id}/answers`, { changes })
    const attachment = v7()
    const sent = await upload(operator, id, {
      fields: { id: attachment, anchor: nilAnchor },
      file: { content: pdf(id) },
    })
    if (sent.statusCode !== 201) throw new Error(sent.body)
    const contribution = v7()
    const part = {
      id: contribution,
      anchors: ['/recipients/lansia-telantar'],
      person: operator.personId,
      dueAt: soon(),
    }
    await must(operator, 'POST', `/submissions/${id}/contributions`, part)
    await must(operator, 'POST', `/submissions/${id}/contributions/${contribution}/done`)
    return { id, period, note: v7(), attachment, contribution, question: v7() }
  }
  const addNote = async (report: Report): Promise<Report> => {
    const { id: note } = await must(reviewer, 'POST', `/submissions/${report.id}/notes`, {
      id: v7(),
      anchor: '/recipients/gepeng/served',
      text: 'Mohon dicocokkan dengan daftar penerima.',
    })
    return { ...report, note }
  }
  const returned = async (period: string): Promise<Report> => {
    const report = await file(period)
    await move(operator, report, 'submit')
    await move(reviewer, report, 'claim')
    const noted = await addNote(report)
    await move(reviewer, noted, 'return', { dueAt: soon() })
    return noted
  }
  const submitted = async (period: string): Promise<Report> => {
    const report = await returned(period)
    await must(operator, 'POST', `/submissions/${report.id}/notes/${report.note}/answers`, {
      text: 'Sudah dicocokkan.',
    })
    await move(operator, report, 'submit')
    return report
  }
  const ticked = async (by: Caller, report: Report): Promise<Report> => {
    await move(by, report, 'claim')
    for (const anchor of declared) await must(by, 'PUT', `/submissions/${report.id}/ticks`, { anchor, ticked: true })
    return report
  }
  const signing = async (period: string): Promise<Report> => {
    const report = await file(period)
    await steps(true, false)
    await move(operator, report, 'submit')
    await steps(false, false)
    return report
  }
  const secondReview = async (period: string): Promise<Report> => {
    const report = await ticked(firstReviewer, await submitted(period))
    await steps(false, true)
    await move(firstReviewer, report, 'approve')
    await steps(false, false)
    await move(reviewer, report, 'claim')
    return addNote(report)
  }
  const approved = async (period: string): Promise<Report> => {
    const report = await ticked(reviewer, await submitted(period))
    await move(reviewer, report, 'approve')
    return report
  }
  return {
    draft: await file(periods.draft),
    signing: await signing(periods.signing),
    submitted: await submitted(periods.submitted),
    'in-review': await addNote(await ticked(reviewer, await submitted(periods['in-review']))),
    'second-review': await secondReview(periods['second-review']),
    returned: await returned(periods.returned),
    approved: await approved(periods.approved),
  }
}
