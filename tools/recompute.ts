// rules:recompute FILE [--table=A5] [--lower=2T-R|T/R] [--cap=N] [--inputs=rounded] [--tree=services|subgroups]
// Computes a published table again with the formulas of the figures, and says whether what it prints follows.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { roundShown } from '@sepakat/rules/numbers/formatNumber.ts'
import { formatOf, nearestFormat } from '@sepakat/rules/recompute/formats.ts'
import type { Verdict } from '@sepakat/rules/recompute/judgePrinted.ts'
import { type PrintedTable, readTables } from '@sepakat/rules/recompute/readTables.ts'
import { type Options, type Recomputed, recomputeTable } from '@sepakat/rules/recompute/recomputeTable.ts'

const usage =
  'Cara pakai: rules:recompute BERKAS [--table=A5] [--lower=2T-R|T/R] [--cap=ANGKA] [--inputs=rounded] [--tree=services|subgroups]'
const words: Record<Verdict, string> = {
  follows: 'cocok',
  cut: 'dipotong',
  consistent: 'konsisten',
  'does-not': 'tidak cocok',
  'nothing-printed': 'tidak dicetak',
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function given() {
  try {
    const text = { type: 'string' } as const
    return parseArgs({
      allowPositionals: true,
      options: { table: text, lower: text, cap: text, inputs: text, tree: text },
    })
  } catch {
    return fail(usage)
  }
}

function optionsOf({
  lower = '2T-R',
  cap,
  inputs = 'exact',
  tree = 'services',
}: Record<string, string | undefined>): Options {
  if (lower !== '2T-R' && lower !== 'T/R') return fail(`--lower hanya 2T-R atau T/R, bukan ${lower}.`)
  if (cap !== undefined && !isDecimal(cap)) return fail(`--cap harus angka seperti 100 atau 110.5, bukan ${cap}.`)
  if (inputs !== 'exact' && inputs !== 'rounded') return fail(`--inputs hanya exact atau rounded, bukan ${inputs}.`)
  if (tree !== 'services' && tree !== 'subgroups') return fail(`--tree hanya services atau subgroups, bukan ${tree}.`)
  return { lower, cap: cap ?? null, inputs, tree }
}

/** The table asked for: the only one of the file, or the one named. */
function tableOf(text: string, name: string | undefined): PrintedTable {
  const tables = readTables(text).filter(({ columns }) => columns.length > 1)
  const choice = tables.map(({ id }) => id).join(', ')
  if (tables.length === 0) return fail('Berkas ini tidak memuat tabel.')
  const [first, ...more] = name === undefined ? tables : tables.filter(table => table.id === name)
  if (!first) return fail(`Tabel ${name} tidak ada. Yang ada: ${tables[0]?.id ? choice : 'satu tabel tanpa nama'}.`)
  if (more.length > 0) return fail(`Berkas ini memuat beberapa tabel. Pilih dengan --table=: ${choice}.`)
  if (formatOf(first.columns)) return first
  const { title, lacks } = nearestFormat(first.columns)
  return fail(
    `Tabel ${first.id ?? 'ini'} tidak dikenal: untuk dihitung sebagai ${title} masih perlu kolom ${lacks.join(', ')}; kolomnya ${first.columns.join(', ')}.`,
  )
}

const line = ({ value, rounded, printed, verdict, label }: Recomputed) => [
  value === null ? 'tidak dapat dihitung' : roundShown(value, 6),
  rounded ?? '-',
  printed || '-',
  words[verdict],
  label,
]

/** Columns padded to their widest cell, but for the last. */
function printed(rows: string[][]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map(row => row[at]!.length)))
  return rows
    .map(row => row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]!))).join('  '))
    .join('\n')
}

const { values, positionals } = given()
const [file, ...more] = positionals
if (file === undefined || more.length > 0) fail(usage)
const from = path.resolve(process.env.INIT_CWD ?? process.cwd(), file)
if (!existsSync(from)) fail(`Berkas ${file} tidak ada.`)
const options = optionsOf(values)
const table = tableOf(readFileSync(from, 'utf8'), values.table)
const rows = recomputeTable(table, options)
const count = (verdict: Verdict) => rows.filter(row => row.verdict === verdict).length
const counted = (Object.keys(words) as Verdict[])
  .filter(verdict => verdict !== 'consistent' || options.inputs === 'rounded')
  .map(verdict => `${count(verdict)} ${words[verdict]}`)

if (table.id) console.log(`${table.id}. ${table.title}`)
console.log(printed([['nilai', 'dibulatkan', 'tercetak', 'hasil', 'baris'], ...rows.map(line)]))
console.log(`jumlah: ${counted.join(' · ')} (${rows.length} angka)`)
