// What differs between two editions of one kind: texts paragraph by paragraph, numbers cell by cell, revisions by what they are of.

import type { EditionLine, EditionTable, FrozenBlockOfEdition, FrozenEdition } from './FrozenEdition.ts'
import { lettersOf } from './sayText.ts'
import { shownCell } from './shownCell.ts'

interface EditionDifference {
  sections: {
    id: string
    number: string
    title: string
    change: 'added' | 'removed' | 'changed'
    texts: { from: string | null; to: string | null }[]
  }[]
  figures: { table: string; row: string; column: string; from: string; to: string }[]
  sources: { office: string; form: string; period: string; from: number | null; to: number | null }[]
}

const paragraphs = (blocks: readonly FrozenBlockOfEdition[]): string[] =>
  blocks.flatMap(block =>
    'text' in block ? [lettersOf(block.text)] : 'items' in block ? block.items.map(lettersOf) : [],
  )

/** The longest common part stays; what is between is from one side or the other, side by side. */
export function differentTexts(
  from: readonly string[],
  to: readonly string[],
): { from: string | null; to: string | null }[] {
  const common: number[][] = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0))
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      common[i]![j] = from[i] === to[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const changes: { from: string | null; to: string | null }[] = []
  let [gone, come]: [string[], string[]] = [[], []]
  const settle = () => {
    for (let n = 0; n < Math.max(gone.length, come.length); n++)
      changes.push({ from: gone[n] ?? null, to: come[n] ?? null })
    gone = []
    come = []
  }
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      settle()
      i += 1
      j += 1
    } else if (j >= to.length || (i < from.length && common[i + 1]![j]! >= common[i]![j + 1]!)) gone.push(from[i++]!)
    else come.push(to[j++]!)
  }
  settle()
  return changes
}

const sectionsOf = ({ chapters }: FrozenEdition) =>
  new Map(chapters.flatMap(({ sections }) => sections.map(section => [section.id, section] as const)))

function sectionChanges(from: FrozenEdition, to: FrozenEdition): EditionDifference['sections'] {
  const [before, after] = [sectionsOf(from), sectionsOf(to)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(id => {
    const [was, is] = [before.get(id), after.get(id)]
    const texts = differentTexts(paragraphs(was?.blocks ?? []), paragraphs(is?.blocks ?? []))
    const { number, title } = (is ?? was)!
    if (was && is && texts.length === 0 && was.title === is.title) return []
    return [
      {
        id,
        number,
        title,
        change: was ? (is ? ('changed' as const) : ('removed' as const)) : ('added' as const),
        texts,
      },
    ]
  })
}

const tablesOf = (edition: FrozenEdition): Map<string, EditionTable> =>
  new Map(
    [...sectionsOf(edition).values()].flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.block === 'table' ? [[block.table.id, block.table] as const] : [])),
    ),
  )

/** Lines by what they say in words, under the heading they are under; of several alike, by their order. */
function linesOf(table: EditionTable): Map<string, { name: string; line: EditionLine }> {
  const words = table.columns.filter(({ number }) => !number).map(({ id }) => id)
  const found = new Map<string, { name: string; line: EditionLine }>()
  let group = ''
  for (const line of table.lines) {
    const name = words.flatMap(id => line.cells[id]?.text || []).join(' · ')
    if (line.as === 'group') group = name
    let key = `${group} ${name}`
    while (found.has(key)) key += ' +'
    found.set(key, { name: line.as === 'group' ? name : [group, name].filter(Boolean).join(' › '), line })
  }
  return found
}

function figureChanges(from: FrozenEdition, to: FrozenEdition): EditionDifference['figures'] {
  const before = tablesOf(from)
  return [...tablesOf(to)].flatMap(([id, table]) => {
    const was = before.get(id)
    if (!was) return []
    const [old, now] = [linesOf(was), linesOf(table)]
    return [...new Set([...old.keys(), ...now.keys()])].flatMap(key => {
      const [a, b] = [old.get(key), now.get(key)]
      return table.columns
        .filter(({ number }) => number)
        .flatMap(column => {
          const shown = (line: EditionLine | undefined) => shownCell(column, line?.cells[column.id]) || '–'
          const [from, to] = [shown(a?.line), shown(b?.line)]
          return from === to ? [] : [{ table: table.title, row: (b ?? a)!.name, column: column.title, from, to }]
        })
    })
  })
}

function sourceChanges(from: FrozenEdition, to: FrozenEdition): EditionDifference['sources'] {
  const keyOf = ({ office, form, period }: FrozenEdition['sources'][number]) => `${office}\n${form}\n${period}`
  const [before, after] = [from, to].map(({ sources }) => new Map(sources.map(one => [keyOf(one), one])))
  return [...new Set([...before!.keys(), ...after!.keys()])].flatMap(key => {
    const [was, is] = [before!.get(key), after!.get(key)]
    if (was && is && was.sha256 === is.sha256) return []
    const { office, form, period } = (is ?? was)!
    return [{ office, form, period, from: was?.revision ?? null, to: is?.revision ?? null }]
  })
}

/** From one edition to another of its kind. */
export const compareEditions = (from: FrozenEdition, to: FrozenEdition): EditionDifference => ({
  sections: sectionChanges(from, to),
  figures: figureChanges(from, to),
  sources: sourceChanges(from, to),
})
