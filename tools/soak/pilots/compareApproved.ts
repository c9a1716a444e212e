import { type Answers, canonicalJson, type Figure, recompute } from '@sepakat/rules'
import { type Caller, must } from '../caller.ts'
import type { Checks } from '../checks.ts'
import type { Paper } from './paper.ts'

interface Approved {
  revision: number
  figures: number
  completeness: string
}

const cellsOf = (answers: Answers): Map<string, string> =>
  new Map(
    Object.entries(answers).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, cells]) =>
        Object.entries(cells).flatMap(([field, cell]) =>
          field.startsWith('$') ? [] : [[`/${table}/${row}/${field}`, JSON.stringify(cell)] as const],
        ),
      ),
    ),
  )

/** The approved revision, as the API gives it, beside what was typed and what the rules make of that. */
export const compareApproved = async (checks: Checks, ask: Caller, paper: Paper, where: string): Promise<Approved> => {
  const { status, approvedRevision } = await must(
    ask<{ status: string; approvedRevision: number | null }>('GET', `/submissions/${paper.id}`),
  )
  checks.check('the report is approved', status === 'approved', `${where}: ${status}`)
  const { body } = await must(
    ask<{ body: { answers: Answers; figures: Figure[] } }>(
      'GET',
      `/submissions/${paper.id}/revisions/${approvedRevision}`,
    ),
  )
  const [typed, frozen] = [cellsOf(paper.answers), cellsOf(body.answers)]
  for (const at of new Set([...typed.keys(), ...frozen.keys()]))
    checks.check(
      'a cell of the approved revision is what was typed',
      typed.get(at) === frozen.get(at),
      `${where}: ${at} is ${frozen.get(at)}, typed was ${typed.get(at)}`,
    )
  const own = new Map(paper.evaluate().figures.map(figure => [`${figure.code}/${figure.row}`, figure]))
  for (const figure of body.figures) {
    const key = `${figure.code}/${figure.row}`
    const again = own.get(key)
    checks.check(
      'a figure of the approved revision is what the rules compute from what was typed',
      again !== undefined && canonicalJson(again) === canonicalJson(figure),
      `${where}: ${key} is ${figure.value}, computed ${again?.value}`,
    )
    checks.check(
      'a figure follows from its derivation alone',
      recompute(figure.derivation).value === figure.value,
      `${where}: ${key}`,
    )
  }
  checks.check(
    'no figure is missing',
    own.size === body.figures.length,
    `${where}: ${own.size}, ${body.figures.length}`,
  )
  const completeness = body.figures.find(({ code, row }) => code === 'completeness' && row === '')?.value ?? 'none'
  checks.check('nothing is left unanswered: completeness is 100 %', completeness === '100', `${where}: ${completeness}`)
  return { revision: approvedRevision ?? 0, figures: body.figures.length, completeness }
}
