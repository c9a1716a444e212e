import type { Anchor, Evaluation, RowPointer, Section } from '@sepakat/rules'
import { lineOf, type StoredTree } from '@sepakat/rules/saving/hanging.ts'
import { opens } from '@sepakat/rules/saving/lock.ts'
import { rowOfAnchor } from './evaluated.ts'

/** An evaluation limited to a part of the form: its findings, and the progress of its sections. */
export function evaluatedWithin(
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
