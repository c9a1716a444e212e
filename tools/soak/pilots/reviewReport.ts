import type { Page } from '@playwright/test'
import { draw } from '@sepakat/db/demo-year/draw.ts'
import { type Block, isEvaluated, type Row, rowWriter } from '@sepakat/rules'
import type { Look } from './looksOf.ts'
import type { Paper } from './paper.ts'
import { plausible, typedAs } from './plausible.ts'

const rounds = 6

/** Claims a report for review, writes the evaluator's cells, accepts what was declared, and approves. */
export const reviewReport = async (page: Page, paper: Paper, seed: number, look: Look): Promise<void> => {
  const bar = page.getByRole('region', { name: 'Tindakan' })
  await page.goto(`/periksa/${paper.id}`)
  await bar.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
  await bar.getByRole('button', { name: /^Setujui(?! semua)/ }).waitFor()
  if (isEvaluated(paper.kind)) await evaluate(page, paper, seed)
  for (const box of await page.getByRole('checkbox', { name: /^Setujui / }).all()) await box.check()
  await look(page, paper.kind.title, 'desk')
  await bar.getByRole('button', { name: /^Setujui(?! semua)/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
  await page.getByText('Disetujui', { exact: true }).first().waitFor()
}

async function evaluate(page: Page, paper: Paper, seed: number): Promise<void> {
  const { kind } = paper
  const fieldsOf = (row: Row) =>
    Object.entries(kind.tables[row.table]?.fields ?? {}).filter(
      ([field, { writer }]) => field in row.fields && writer === 'evaluator',
    )

  async function write(row: Row, field: string, again = 0): Promise<void> {
    const spec = kind.tables[row.table]!.fields[field]!
    const options = paper.options(row, field)
    const cell =
      again > 0 && options && spec.type === 'choice'
        ? options[(draw(seed, paper.alias(row.id), field) + again) % options.length]!.id
        : plausible(paper, { row, field, spec, seed }, false)
    const own = page.locator(`[data-row="/${row.table}/${row.id}"]`)
    const name = new RegExp(`^${row.fields[field]}: `)
    if (options)
      await own
        .getByRole('combobox', { name })
        .first()
        .selectOption({ label: options.find(one => one.id === String(cell))!.label })
    else {
      await own.getByRole('textbox', { name }).first().fill(typedAs(spec, cell))
      await own.getByRole('textbox', { name }).first().blur()
    }
    paper.set(row.table, row.id, field, cell)
  }

  async function add(block: Block): Promise<void> {
    await page.getByRole('button', { name: `Tambah ${block.title.toLowerCase()}`, exact: true }).click()
    const made = await page.locator(`[data-row^="/${block.table}/"]:focus-within`).getAttribute('data-row')
    const id = made?.split('/')[2] ?? ''
    paper.aliases.set(id, `${kind.form} ${block.table} ${paper.aliases.size}`)
    paper.set(block.table, id, '$position', 'a0')
    const row = paper.placeOf(block.table, id)?.row
    if (row) for (const [field] of fieldsOf(row)) await write(row, field)
  }

  for (const { row } of paper.rows()) for (const [field] of fieldsOf(row)) await write(row, field)
  for (const { blocks } of paper.sections())
    for (const block of blocks) if (block.item && rowWriter(kind, block.table) === 'evaluator') await add(block)
  for (let round = 1; round <= rounds; round++)
    for (const { at, blocks } of paper.evaluate().review) {
      const [, table = '', id = '', field = ''] = at.split('/')
      const place = paper.placeOf(table, id)
      if (blocks && place) await write(place.row, field, round)
    }
  await page.getByText('Daring · semua tersimpan').waitFor()
}
