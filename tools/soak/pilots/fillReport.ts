import { draw, pick } from '@sepakat/db/demo-year/draw.ts'
import { type Block, type Row, rootHead, rowWriter } from '@sepakat/rules'
import { isLeft, plausible } from './plausible.ts'
import type { Typist } from './typist.ts'

const declaredOneIn = 12
const emptyListOneIn = 5

/** Types into every field of every row, section by section; a list gets one or two rows, or is declared to have none. */
export const fillReport = async (typist: Typist): Promise<void> => {
  const { paper, screen, seed, put } = typist
  const { kind } = paper
  const known = new Map<string, boolean>()

  /** Tried on paper: with which order of its numbers the form finds less odd in rows of this sort. */
  function isRising(row: Row): boolean {
    const sort = `${row.table} ${Object.keys(row.fields)}`
    const found = known.get(sort) ?? oddities(row, true) < oddities(row, false)
    known.set(sort, found)
    return found
  }
  function oddities(row: Row, rising: boolean): number {
    const fields = Object.entries(kind.tables[row.table]?.fields ?? {})
    const numbers = fields.filter(([field, { type }]) => field in row.fields && type === 'number')
    const cells = numbers.map(([field, spec]) => [field, plausible(paper, { row, field, spec, seed: 0 }, rising)])
    const answers = { [row.table]: { [row.id]: Object.fromEntries(cells) } }
    return paper.form.evaluate(answers).findings.filter(({ level }) => level === 'explain').length
  }

  async function fillRow(row: Row, layout: Block['layout']): Promise<void> {
    if (row.states.length > 0 && draw(seed, paper.alias(row.id), 'state') % declaredOneIn === 0)
      return declare(row, layout)
    const typed: [string, string][] = []
    for (const [field, words] of Object.entries(row.fields)) {
      const spec = kind.tables[row.table]?.fields[field]
      if (!spec || spec.writer === 'evaluator' || isLeft(paper, { row, field, spec, seed })) continue
      await put(row, field, plausible(paper, { row, field, spec, seed }, isRising(row)))
      typed.push([`/${row.table}/${row.id}/${field}`, words])
    }
    typist.misnamed.push(...(await screen.misnamed(typed)))
    for (const block of paper.placeOf(row.table, row.id)?.row.blocks ?? []) await fillBlock(block)
  }

  async function declare(row: Row, layout: Block['layout']): Promise<void> {
    const state = pick(row.states, seed, paper.alias(row.id))
    await screen.declare(row, state, layout)
    paper.set(row.table, row.id, 'state', state)
    await put(row, 'reason', 'Dinyatakan menurut surat keterangan kepala bidang.')
    if (state !== 'notYetAvailable') return
    await put(row, 'publisher', 'Badan Pusat Statistik')
    await put(row, 'expected', 'Maret tahun depan')
  }

  async function fillBlock(block: Block): Promise<void> {
    for (const row of block.rows) await fillRow(row, block.layout)
    if (!block.item || block.rows.length > 0 || rowWriter(kind, block.table) === 'evaluator') return
    const id = block.under ?? rootHead
    if (block.head && draw(seed, block.table, paper.alias(id)) % emptyListOneIn === 0) {
      await screen.tick(`/${block.table}/${id}/state`)
      paper.set(block.table, id, 'state', 'nil')
      return put(block.head, 'reason', 'Tidak ada menurut catatan bidang.')
    }
    for (let nth = 0; nth <= draw(seed, block.table, paper.alias(id), 'rows') % 2; nth++) await addRow(block, nth)
  }

  async function addRow(block: Block, nth: number): Promise<void> {
    const others = Object.keys(paper.answers[block.table] ?? {})
    const id = await screen.add(block, others, paper.rows().find(({ row }) => row.id === block.under)?.row.label)
    paper.aliases.set(id, `${kind.form} ${block.table} ${paper.aliases.size}`)
    paper.set(block.table, id, '$position', `a${nth}`)
    if (block.under !== null) paper.set(block.table, id, '$parent', block.under)
    const place = paper.placeOf(block.table, id)
    if (!place) throw new Error(`/${block.table}/${id} was added and is not in the form`)
    await fillRow(place.row, block.layout)
  }

  for (let nth = 0; nth < paper.sections().length; nth++) {
    const section = paper.sections()[nth]!
    await typist.show(section)
    for (const block of section.blocks) await fillBlock(block)
  }
}
