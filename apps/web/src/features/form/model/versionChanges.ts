import type { Answers, Catalogue, Kind, Row, RuleSet, Scope } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { rowPaths } from './rowPaths.ts'

/** What moving a draft to another version of its catalogue changes of its rows, in words; each once. */
export function versionChanges({
  kind,
  rules,
  scope,
  from,
  to,
  answers,
}: {
  kind: Kind
  rules: RuleSet
  scope: Scope
  from: Catalogue
  to: Catalogue
  answers: Answers
}): string[] {
  const rowsIn = (catalogue: Catalogue) => rowPaths(buildForm(kind, catalogue, rules, scope).sections)
  const [before, after] = [rowsIn(from), rowsIn(to)]
  const lines: string[] = []
  for (const [key, { row }] of before) {
    if (!row || row.id === '') continue
    const next = after.get(key)?.row
    if (next) lines.push(...changesOf(row, next))
    else {
      const answered = Object.keys(answers[row.table]?.[row.id] ?? {}).length > 0
      lines.push(`Baris “${row.label}” tidak ada lagi${answered ? '; isiannya disimpan tetapi tidak dihitung' : ''}.`)
    }
  }
  for (const [key, { row }] of after)
    if (row && row.id !== '' && !before.has(key)) lines.push(`Baris baru “${row.label}”.`)
  return [...new Set(lines)]
}

function changesOf(before: Row, after: Row): string[] {
  const lines: string[] = []
  const say = (what: string, from: unknown, to: unknown) => {
    if ((from ?? '') !== (to ?? '')) lines.push(`“${before.label}”: ${what} ${shown(from)} menjadi ${shown(to)}.`)
  }
  say('nama', before.label, after.label)
  say('kode', before.code, after.code)
  say('satuan', before.unit, after.unit)
  say('arah', directionWord(before), directionWord(after))
  for (const field of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]))
    say('isian', before.fields[field], after.fields[field])
  return lines
}

const directionWord = ({ direction }: Row): string =>
  direction ? `makin ${direction === 'lower' ? 'rendah' : 'tinggi'} makin baik` : ''

const shown = (value: unknown): string =>
  value === null || value === undefined || value === '' ? '(kosong)' : `“${value}”`
