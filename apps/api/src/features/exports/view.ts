import { actorNames, type Queryable } from '@sepakat/db'
import { answerData, figureData } from '@sepakat/documents'
import { formTitle, periodTitle, type Scope } from '@sepakat/rules'
import { formNames } from '@sepakat/rules/names/formNames.ts'
import { stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { attachmentViews } from '#submissions/attachmentView.ts'
import { noteViews } from '#submissions/noteView.ts'
import type { ExportedReport, ExportedState } from './exportedReports.ts'

/** A report as it is written into a file: everything with its words beside it. */
export const exportedReportView = async (tx: Queryable, report: ExportedReport) => {
  const { submission, office, loaded, catalogue, states, notes, attachments } = report
  const { kind, scope, rules } = loaded
  const nameOf = await actorNames(
    tx,
    states.flatMap(({ revision }) => (revision ? [revision.by] : [])),
  )
  const named = states.map(({ revision, answers, sections, figures, sources, words }) => {
    const then = sources ? { ...scope, sources: asFrozen(scope.sources, sources) } : scope
    const names = formNames(sections, kind, then, stepsIn(answers, { scope: then, rules, catalogue }, words), words)
    return {
      names,
      state: {
        revision: revision && {
          n: revision.n,
          receipt: revision.receipt,
          status: revision.status,
          at: revision.at.toISOString(),
          by: nameOf(revision.by),
          sha256: revision.sha256,
          ruleSet: revision.ruleSet,
        },
        answers: answerData(kind, names, sections),
        figures: figureData(names, figures),
      },
    }
  })
  const names = named.at(-1)?.names
  const where = (anchor: string) => names?.anchor(anchor) ?? anchor
  return {
    submission: submission.id,
    office: { id: submission.officeId, name: office },
    form: submission.form,
    title: formTitle(submission.form),
    period: submission.period,
    periodTitle: periodTitle(submission.period),
    number: submission.number,
    status: submission.status,
    dueAt: submission.dueAt?.toISOString() ?? null,
    states: named.map(({ state }) => state),
    notes: (await noteViews(tx, notes)).map(note => ({ ...note, where: where(note.anchor) })),
    attachments: (await attachmentViews(tx, attachments)).map(file => ({ ...file, where: where(file.anchor) })),
  }
}

/** The forms a revision read and no other, as they were then; what their rows are called is read from today's. */
const asFrozen = (now: Scope['sources'], then: NonNullable<ExportedState['sources']>): Scope['sources'] =>
  Object.fromEntries(
    Object.entries(then).map(([name, { status }]) => [name, { answers: {}, rows: {}, ...now[name], status }]),
  )

export type WrittenReport = Awaited<ReturnType<typeof exportedReportView>>
