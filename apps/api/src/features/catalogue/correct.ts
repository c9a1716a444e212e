import {
  addCatalogue,
  assignRow,
  lockCatalogue,
  type Queryable,
  rowAssignees,
  unknownOffices,
  written,
} from '@sepakat/db'
import { type CatalogueRow, type FormId, isSameButWords, rowsOf } from '@sepakat/rules'
import { requireForm } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { correctionOf } from './correctionOf.ts'
import { type Revised, revise } from './revise.ts'
import { rowView, tableOf } from './view.ts'

/** Says of a row of a form which offices answer it in a year. One that was given to no office by itself belongs to the office that has the whole form. */
export const ownerOf = async (tx: Queryable, form: string): Promise<(row: CatalogueRow, year: number) => string> => {
  const byRow = Map.groupBy(await rowAssignees(tx, form), one => one.row)
  const ownersIn = (row: string, year: number): string =>
    (byRow.get(row) ?? [])
      .filter(o => o.fromYear <= year && (o.toYear === null || o.toYear >= year))
      .map(o => o.office ?? 'tidak berlaku')
      .join(', ')
  return (row, year) => {
    const [own, whole] = [ownersIn(row.parent ?? row.id, year), ownersIn('*', year)]
    return own || (whole && `seluruh formulir: ${whole}`)
  }
}

type Asked = Pick<Context<'POST /catalogues/:type/:form/corrections'>, 'params' | 'body' | 'actor'>

/** @throws invalid where the formula of a row that its form computes by itself changes in more than its words */
const requireOwnRule = (form: FormId, { before }: Revised, row: CatalogueRow, fromYear: number): void => {
  const slice = rowsOf(before, fromYear).find(r => r.id === row.id)
  if (tableOf(form, row)?.ownRule && !isSameButWords(slice?.formula, row.formula))
    throw invalid(
      '/change/formula',
      'Formulir ini menghitung baris ini menurut aturannya sendiri. Dari rumusnya hanya bunyi isiannya yang dapat diperbaiki.',
    )
}

/** @throws invalid where there is no such office, or the row follows another */
const requireOwner = async (tx: Queryable, office: string, row: CatalogueRow): Promise<void> => {
  if ((await unknownOffices(tx, [office])).length > 0) throw invalid('/owner', 'Perangkat daerah ini tidak dikenal.')
  if (row.parent !== undefined) throw invalid('/owner', 'Pengampu mengikuti baris induknya. Ubah pada baris induk.')
}

/** One row is corrected from a year on, and given to another office where that is said. @throws not-found, stale, invalid, no-right */
export const correct = async (tx: Queryable, { params, body, actor }: Asked) => {
  const form = requireForm(actor, params)
  const { basedOn, reason, fromYear, owner } = body
  await lockCatalogue(tx, form)
  const revised = await revise(tx, { form, basedOn, revision: { correct: correctionOf(body) } })
  const { version, after } = revised
  const row = rowsOf(after, fromYear).find(r => r.id === body.row)!
  requireOwnRule(form, revised, row, fromYear)
  if (owner !== undefined) await requireOwner(tx, owner, row)
  const sha256 = await addCatalogue(tx, { form, version, body: after, note: reason, by: actor.id })
  const fields = Object.keys(body.change)
  const data = { form, version, sha256, row: body.row, fromYear, reason, fields }
  const published = { stream: 'rights', type: 'catalogue.published', data } as const
  const view = async () => ({
    version,
    sha256,
    row: rowView(form, row, (await ownerOf(tx, form))(row, fromYear), after.groups),
  })
  if (owner === undefined) return written(await view(), published)
  const given = { reason: null, note: reason, shared: false, fromYear, toYear: null }
  const assignment = { form, row: body.row, office: owner, ...given }
  await assignRow(tx, assignment)
  return written(await view(), { stream: 'rights', type: 'assignment.changed', data: assignment }, published)
}
