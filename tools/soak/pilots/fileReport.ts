import type { Caller } from '../caller.ts'
import type { Checks } from '../checks.ts'
import { compareApproved } from './compareApproved.ts'
import { fillReport } from './fillReport.ts'
import { formOnScreen } from './formOnScreen.ts'
import type { Look } from './looksOf.ts'
import type { Owed } from './owed.ts'
import { type Aliases, openPaper } from './paper.ts'
import type { Person } from './person.ts'
import { reviewReport } from './reviewReport.ts'
import { settleFindings } from './settleFindings.ts'
import { typistOf } from './typist.ts'

export interface Filed {
  office: string
  name: string
  fields: number
  met: string
  figures: number
  completeness: string
  seconds: number
}

interface Asked {
  checks: Checks
  ask: Caller
  seed: number
  office: string
  report: Owed
  aliases: Aliases
  look: Look
  writer: Person
  reviewer: Person
  grader: Person
}

/** Files one report in the browser from empty to approved; null where it could not be, which is then among the checks. */
export const fileReport = async ({
  checks,
  ask,
  seed,
  office,
  report,
  aliases,
  look,
  ...people
}: Asked): Promise<Filed | null> => {
  const name = `${report.title}, ${report.periodTitle}`
  const where = `${office}, ${name}`
  const begun = performance.now()
  const { writer, reviewer, grader } = people
  try {
    const screen = formOnScreen(writer.page)
    const paper = await openPaper(ask, await screen.begin(name), aliases)
    const typist = typistOf(paper, screen, seed)
    await fillReport(typist)
    await settleFindings(typist)
    await screen.saved()
    for (const section of paper.sections()) {
      await typist.show(section)
      await look(writer.page, paper.kind.title, `section ${section.title}`)
    }
    await screen.submit()
    await reviewReport((paper.kind.reviewer === 'evaluator' ? grader : reviewer).page, paper, seed, look)
    await writer.page.goto(`/laporan/${paper.id}/cetak`)
    await writer.page.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
    await look(writer.page, paper.kind.title, 'print')
    checks.check(
      'every field bears the words of the form',
      typist.misnamed.length === 0,
      `${where}: ${typist.misnamed}`,
    )
    const { figures, completeness } = await compareApproved(checks, ask, paper, where)
    const met = [...typist.met].map(([code, times]) => `${times} ${code}`).join(', ')
    const seconds = Math.round((performance.now() - begun) / 1000)
    return { office, name, fields: typist.fields, met, figures, completeness, seconds }
  } catch (error) {
    checks.check('a report can be filed from empty to approved', false, `${where}: ${String(error)}`)
    return null
  } finally {
    const faults = [writer, reviewer, grader].flatMap(person => person.faults())
    checks.check(
      'the browser complains of nothing and the server refuses nothing',
      faults.length === 0,
      `${where}: ${faults}`,
    )
  }
}

export const tableHead = [
  '| office | report | fields typed | findings met | figures | complete % | s |',
  '|--------|--------|-------------:|--------------|--------:|-----------:|--:|',
]

export const lineOf = ({ office, name, fields, met, figures, completeness, seconds }: Filed): string =>
  `| ${[office, name, fields, met, figures, completeness, seconds].join(' | ')} |`
