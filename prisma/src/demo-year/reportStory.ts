import type { Answers } from '@sepakat/rules'
import { type OwedReport, reportEnd } from './reportEnd.ts'
import { Story } from './Story.ts'
import { inOfficeHours } from './workTime.ts'
import type { Ask } from './YearOffice.ts'
import type { YearStep } from './YearStep.ts'
import { yearAnswers } from './yearAnswers.ts'
import { yearCorrection } from './yearCorrection.ts'
import { yearEvidence } from './yearEvidence.ts'

/** Half of what a report will say: whole rows, each with the rows it is under. */
const partialAnswers = (answers: Answers): Answers => {
  const items = new Set(
    Object.values(answers).flatMap(rows =>
      Object.entries(rows).flatMap(([id, cells]) => ('$position' in cells ? [id] : [])),
    ),
  )
  const kept = new Set<string>()
  const half = Object.entries(answers).map(([table, rows]) => {
    const all = Object.entries(rows)
    const own = all.slice(0, Math.ceil(all.length / 2)).filter(([, { $parent }]) => {
      const parent = String($parent)
      return !items.has(parent) || kept.has(parent)
    })
    for (const [id] of own) kept.add(id)
    return [table, Object.fromEntries(own)] as const
  })
  return Object.fromEntries(half)
}

/** A quarter: what was due before that is not under its first review any more. */
const longMs = 92 * 86_400_000

/** Rows with a declared state, as anchors. */
export const declaredRows = (answers: Answers): string[] =>
  Object.entries(answers).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) => ('state' in cells ? [`/${table}/${row}`] : [])),
  )

/**
 * All that happens to one report: created, perhaps extended, proved, submitted, claimed, perhaps returned and corrected, approved,
 * perhaps opened again; most in time, some late. What comes after now has not happened.
 * @param after when what it is built on was submitted; null where it is built on nothing
 */
export const reportStory = (report: OwedReport, ask: Ask, after: Date | null, now: Date): YearStep[] => {
  const { form, opensAt, dueAt } = report
  const story = new Story(report, ask, opensAt)
  // some begin weeks before anybody else
  const early = dueAt > now && story.luck('early', 7) === 0
  const end = early ? 'draft' : reportEnd(report, ask, now)
  if (end === 'none') return []
  const answers = yearAnswers[form]!(ask)
  const late = story.luck('late', 100) < 11
  const days = late ? 1 + story.luck('days late', 11) : -story.luck('days early', 10)
  const lead = story.luck('slow', 4) === 0 ? 24 + story.luck('slow days', 30) : 2 + story.luck('quick days', 9)
  const least = after === null || after < opensAt ? opensAt : after
  const begins = early ? ([now, -4 - story.luck('early days', 30)] as const) : ([dueAt, days - lead] as const)
  story.at = inOfficeHours(...begins, least, ...story.of('begun'))
  const until = () => story.steps.filter(({ at }) => at <= now)
  const extended = inOfficeHours(dueAt, -1, story.at, ...story.of('extended'))
  if (late && story.luck('extension', 4) === 0 && extended < dueAt) story.extend(dueAt, extended)
  const submits = inOfficeHours(dueAt, days, story.at, ...story.of('submit'))
  const isPartial = end === 'draft' || submits > now
  story.begin({ what: 'create', answers: isPartial ? partialAnswers(answers) : answers })
  if (isPartial) return until()
  story.attach(yearEvidence(form, ask, answers))
  story.submit(submits > story.at ? submits : null)
  const isLong = now.getTime() - dueAt.getTime() > longMs
  if (end === 'submitted' && !isLong) return until()
  const correction = yearCorrection(form, answers)
  if (end !== 'approved' && !isLong) story.rest(now, 'waits')
  story.claim(1)
  if (end === 'in-review' && !isLong) return until()
  if (correction && (end !== 'approved' || story.luck('returned', 100) < 14)) {
    story.giveBack(correction)
    if (end === 'returned') return until()
    // of long ago only what the office sent again lately is still with the reviewers
    if (end !== 'approved') story.rest(now, 'sent again')
    story.correct(correction, 'correct')
    if (end === 'submitted') return until()
    story.claim(2)
    if (end === 'in-review') return until()
  }
  story.approve(declaredRows(answers), 'approve')
  if (correction && end === 'approved' && story.luck('opened again', 1000) < 18) {
    story.reopen()
    story.correct(correction, 'correct again')
    story.claim(3)
    story.approve(declaredRows(answers), 'approve again')
  }
  return until()
}
