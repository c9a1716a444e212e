import type { Anchor, Attached, Evaluation, Finding, Form, RowPointer, Section } from '@sepakat/rules'
import { filledSections } from '@sepakat/rules/form/filledSections.ts'
import { sectionsWithin } from '@sepakat/rules/form/sectionsWithin.ts'
import { knownRowsOf, lineOf, type StoredTree } from '@sepakat/rules/saving/hanging.ts'
import { opens } from '@sepakat/rules/saving/lock.ts'
import type { Signals } from '#sync/signals.ts'
import { type Cells, rowKey, rowOfAnchor, segmentsOf } from './cells.ts'
import { type Evaluated, evaluatedOf } from './evaluated.ts'
import { whenIdle } from './whenIdle.ts'

/** The same fixed rows with the same fields at the same places. */
function haveSameRows(one: Form, other: Form): boolean {
  const [before, after] = [one, other].map(({ sections }) =>
    [...knownRowsOf(sections)].map(([at, { parent, fields }]) => [at, parent, ...fields].join(' ')),
  )
  return before?.join('\n') === after?.join('\n')
}

/**
 * What follows from the answers: the rows there are, findings and figures. Computed when idle, and told by key for each place where
 * it differs. `part`: a contributor's; `others`: what is found in the parts of others.
 */
export function evaluatingOf(
  first: Form,
  cells: Cells,
  { emit }: Pick<Signals, 'emit'>,
  part: Anchor[] | null,
  others: () => readonly Finding[],
) {
  let form = first
  let attached: Attached = {}
  let sections: Section[] | null = null
  let { evaluated } = evaluatedOf(evaluate()) as { evaluated: Evaluated }
  const idle = whenIdle(() => {
    const next = evaluatedOf(evaluate(), evaluated)
    evaluated = next.evaluated
    for (const anchor of next.anchors) {
      emit(`at ${anchor}`)
      emit(`row ${rowKey(segmentsOf(anchor))}`)
    }
    for (const row of next.rows) emit(`of ${row}`)
    emit('evaluated')
  })

  /** Limits a contributor's findings to the own part; the office also gets those of assigned parts. */
  function evaluate(): Evaluation {
    const evaluation = form.evaluate(cells.answers(), attached)
    if (part !== null) return evaluatedWithin(evaluation, part, cells.tree, shownSections())
    return { ...evaluation, findings: [...evaluation.findings, ...others()] }
  }
  function shownSections(): Section[] {
    if (sections) return sections
    const filled = filledSections(form, cells.answers())
    sections = part === null ? filled : sectionsWithin(filled, part)
    return sections
  }
  function rearranged(): void {
    sections = null
    emit('sections')
  }

  return {
    ...idle,
    form: (): Form => form,
    sections: shownSections,
    /** There are other rows than before. */
    rearranged,
    evaluated: (): Evaluated => evaluated,
    /** Takes later data of the reports that this one reads, where the rows are the same. */
    takeForm(next: Form): boolean {
      if (!haveSameRows(form, next)) return false
      form = next
      rearranged()
      idle.ask()
      return true
    },
    setAttached(next: Attached): void {
      attached = next
      idle.ask()
      emit('attached')
    },
  }
}

/** An evaluation limited to a part of the form: its findings, and the progress of its sections. */
function evaluatedWithin(
  evaluation: Evaluation,
  part: Anchor[],
  tree: StoredTree,
  sections: readonly Section[],
): Evaluation {
  const own = new Set(sections.map(({ id }) => id))
  return {
    ...evaluation,
    findings: evaluation.findings.filter(({ at }) => {
      const row = rowOfAnchor(at)
      return row !== null && opens(part, { address: at as RowPointer, line: lineOf(tree, row) })
    }),
    progress: Object.fromEntries(Object.entries(evaluation.progress).filter(([section]) => own.has(section))),
  }
}
