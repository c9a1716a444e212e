import type { Answers, Kind } from '@sepakat/rules'
import { itemLabel } from '@sepakat/rules/form/itemLabel.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import type { RowPath } from './rowPaths.ts'

export interface Found {
  key: string
  label: string
  where: string
}

const most = 30
const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** Rows whose labels, code or answers contain every word of the text, in the order of the form. */
export function findRows(text: string, paths: Map<string, RowPath>, kind: Kind, answers: Answers): Found[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  const found: Found[] = []
  for (const [key, { row, block, above }] of paths) {
    if (!row) continue
    const cells = Object.values(answers[row.table]?.[row.id] ?? {})
    const said = cells.map(textOf)
    const hay = plain([row.code ?? '', row.label, ...said].join(' '))
    if (!words.every(word => hay.includes(word))) continue
    const parent = above.at(-1)
    const where = [parent ? paths.get(parent)?.row?.label : null, kind.tables[row.table]?.title ?? block.title]
    found.push({ key, label: nameOf(key, row.label, kind, answers), where: where.filter(Boolean).join(' · ') })
    if (found.length === most) break
  }
  return found
}

function nameOf(key: string, label: string, kind: Kind, answers: Answers): string {
  const [, table = '', row = ''] = key.split('/')
  const spec = kind.tables[table]
  return (spec?.rows.from === 'items' && itemLabel(spec, field => answers[table]?.[row]?.[field])) || label
}
