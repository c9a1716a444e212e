import { codedLines } from './codedLines.ts'
import { codeWords } from './codeWords.ts'
import { type CodeLevel, codeLevelOf, codeLevels, type ListedCode } from './nationalCodes.ts'

/** The result of reading lines of a list of codes, to preview before it becomes the region's. */
export interface NomenclatureRead {
  codes: ListedCode[]
  counts: Record<CodeLevel, number>
  /** Sub-activities without unit. */
  unitless: ListedCode[]
  /** What was not read, or is odd, in words. */
  notes: string[]
}

const longest = { name: 500, indicator: 500, unit: 60 }
const cut = (text: string | undefined, most: number): string => (text ?? '').replace(/\s+/g, ' ').slice(0, most)

/** A code with a trailing dot; or a field of government stored as a number in a workbook, without its trailing 0. */
const asText = (code: string): string =>
  code.replace(/\.$/, '').replace(/^(\d),(\d{1,2})$/, (_, urusan, field: string) => `${urusan}.${field.padEnd(2, '0')}`)

/** Lines of the national list of codes, of all levels or the lowest only, in any order; of a duplicate code the first counts. */
export function readNomenclature(lines: string[][]): NomenclatureRead {
  const codes = new Map<string, ListedCode>()
  const notes: string[] = []
  const twice: string[] = []
  for (const { line, number } of codedLines(lines).lines) {
    const code = line.code === undefined ? undefined : asText(line.code)
    if (code === undefined && line.name === undefined) continue
    const known = codes.get(code ?? '')
    if (code === undefined || codeLevelOf(code) === undefined)
      notes.push(`Baris ${number}: “${code ?? ''}” bukan kode nasional; dilewati.`)
    else if (line.name === undefined) notes.push(`Baris ${number}: kode ${code} tidak bernama; dilewati.`)
    else if (known) known.name !== line.name && twice.push(code)
    else
      codes.set(code, {
        code,
        name: cut(line.name, longest.name),
        indicator: cut(line.indicator, longest.indicator),
        unit: cut(line.unit, longest.unit),
      })
  }
  const all = [...codes.values()]
  const of = (level: CodeLevel) => all.filter(({ code }) => codeLevelOf(code) === level)
  return {
    codes: all,
    counts: Object.fromEntries(codeLevels.map(level => [level, of(level).length])) as Record<CodeLevel, number>,
    unitless: of('subactivity').filter(({ unit }) => unit === ''),
    notes: [...notes, ...codeWords('Kode dengan dua nama, yang pertama dipakai', [...new Set(twice)])],
  }
}
