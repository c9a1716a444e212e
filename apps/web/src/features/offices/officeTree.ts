import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import type { Office } from '#administration/officeChoices.ts'
import { kindLabels } from '#administration/officeWords.ts'

export interface Branch {
  office: Office
  below: Branch[]
}
export interface Limb {
  kind: string
  branches: Branch[]
}

/** Unknown kinds come last. */
const rankOf = (kind: string): number => (Object.keys(kindLabels).indexOf(kind) + 1 || 99) - 1

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every typed word is in the names, code or urusan of an office. */
function matches(office: Office, words: readonly string[]): boolean {
  const where = folded([office.name, office.shortName, office.code ?? '', ...office.urusan].join(' '))
  return words.every(word => where.includes(word))
}

/**
 * The offices as a tree, its roots grouped by kind in the usual order. A search keeps matches with their ancestors;
 * a descendant of a match stays only where it matches itself.
 */
export function officeTree(offices: readonly Office[], { search = '', ended = false } = {}): Limb[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const shown = offices.filter(office => ended || !office.ended)
  const known = new Set(shown.map(office => office.id))
  const below = groupBy(shown, office => (office.parent && known.has(office.parent) ? office.parent : ''))
  const grow = (parent: string): Branch[] =>
    (below.get(parent) ?? [])
      .map(office => ({ office, below: grow(office.id) }))
      .filter(branch => branch.below.length > 0 || matches(branch.office, words))
  const limbs = groupBy(grow(''), branch => branch.office.kind)
  return [...limbs].map(([kind, branches]) => ({ kind, branches })).sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
}

export const countOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, branch) => sum + 1 + countOf(branch.below), 0)
