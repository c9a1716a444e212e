import type { Figure } from '../../types/Figure.ts'
import type { Anchor, RowId } from '../../types/Pointer.ts'
import type { EvaluationForm } from './figures.ts'
import { isJudgement } from './grades.ts'

export function check(c: EvaluationForm): void {
  for (const row of c.rows('criteria')) {
    const claimed = c.cell(`/criteria/${row}/met`) === true
    if (claimed && !hasEvidence(c, row)) c.find('met-without-evidence', `/criteria/${row}/met`)
  }
  for (const row of c.rows('followUps')) {
    if (c.text(`/followUps/${row}/status`) === 'open') c.find('not-followed-up', `/followUps/${row}/status`)
  }
}

/** Attached to the criterion, to its answer, or to the subcomponent for all its criteria. */
const hasEvidence = (c: EvaluationForm, row: RowId): boolean =>
  [`/criteria/${row}`, `/criteria/${row}/met`, `/subcomponents/${c.parent('criteria', row)}`].some(
    at => c.attached(at as Anchor) > 0,
  )

/** What the best grades also require, by the aspect of the subcomponent. */
const conditions: Record<string, Record<string, string>> = {
  keberadaan: {
    A: 'Tulis sejak kapan semuanya dipertahankan: sedikitnya 1 tahun.',
    AA: 'Tulis sejak kapan semuanya dipertahankan: sedikitnya 5 tahun.',
  },
  lain: {
    A: 'Tulis upaya yang patut dihargai.',
    AA: 'Tulis upaya inovatif yang layak menjadi percontohan nasional.',
  },
}

/** A grade is the one proposed by the met criteria, or has a reason; an evaluator gives A and AA only where all are met. */
export function checkGrade(c: EvaluationForm, row: RowId, share: Figure): void {
  const grade = c.text(`/subcomponents/${row}/grade`)
  if (grade === null || !share.band || grade === share.band.id) return
  if (isJudgement(grade) && share.numerator !== share.denominator)
    c.find('judged-without-all', `/subcomponents/${row}/grade`, {
      grade,
      met: share.numerator ?? '',
      all: share.denominator ?? '',
    })
  else if (c.text(`/subcomponents/${row}/note`) === null) {
    const aspect = c.catalogue(row)?.attrs?.aspect === 'keberadaan' ? 'keberadaan' : 'lain'
    const condition = conditions[aspect]?.[grade] ?? 'Tulis alasannya pada catatan.'
    c.find('grade-unexplained', `/subcomponents/${row}/note`, { grade, proposed: share.band.label, condition })
  }
}
