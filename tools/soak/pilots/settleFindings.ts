import { draw, pick } from '@sepakat/db/demo-year/draw.ts'
import type { FieldId, Finding, Row } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import type { Paper } from './paper.ts'
import type { Typist } from './typist.ts'

/** Enough to halve thousands until they are a rate of a few. */
const rounds = 16
/** Of the findings that ask for a file or a reason, one in so many gets a file. */
const filedOneIn = 8

/** A number that can be no result there is too large: its half, without decimals. */
const halfOf = (paper: Paper, { table, id }: Row, field: FieldId): string =>
  String(Math.floor(Number(paper.answers[table]?.[id]?.[field]) / 2))

/** Settles whatever blocks submitting the report, until nothing does. */
export const settleFindings = async (typist: Typist): Promise<void> => {
  const { paper, screen, seed, put } = typist

  async function settle({ at, why, code, level, message }: Finding): Promise<void> {
    typist.met.set(code, (typist.met.get(code) ?? 0) + 1)
    const [, table = '', id = '', field = ''] = at.split('/')
    const place = paper.placeOf(table, id)
    if (!place) throw new Error(`“${message}” cannot be met: it stands at no row (${at})`)
    await typist.show(place.section)
    const ofState = level === 'wrong' && field === 'state'
    if (ofState || (why && /lampirkan/i.test(message) && draw(seed, paper.alias(id), code) % filedOneIn === 0)) {
      await screen.attach(place.row, place.block.layout, ofState ? 'state' : undefined)
      const anchor = ofState ? at : (`/${table}/${id}` as const)
      paper.attached[anchor] = (paper.attached[anchor] ?? 0) + 1
    } else if (why) await put(place.row, why.split('/')[3] ?? '', 'Sudah diperiksa; angkanya sesuai dengan sumbernya.')
    else await correct(place.row, field, message)
  }

  /** What the form will not have: nothing where that is allowed, else another choice, or a smaller number. */
  async function correct(row: Row, field: FieldId, message: string): Promise<void> {
    const options = paper.options(row, field)
    const id = `/${row.table}/${row.id}/${field}`
    const spec = paper.kind.tables[row.table]?.fields[field]
    if (spec?.need === 'optional') {
      await (options ? screen.choose(id, 'Belum dipilih') : screen.type(id, ''))
      paper.set(row.table, row.id, field, null)
    } else if (options) await put(row, field, pick(options, seed, paper.alias(row.id), typist.fields).id)
    else if (isNumeric(spec)) await put(row, field, halfOf(paper, row, field))
    else throw new Error(`“${message}” cannot be met: ${id} must be filled in`)
  }

  for (let round = 0; round < rounds; round++) {
    const blocking = paper.evaluate().findings.filter(({ blocks }) => blocks)
    if (blocking.length === 0) return
    for (const finding of blocking) await settle(finding)
    // what is odd about a number is shown once it is left
    await screen.leave()
  }
}
