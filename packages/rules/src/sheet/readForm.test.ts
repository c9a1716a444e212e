import { expect, it } from 'vitest'
import { answered, evaluate, figure } from '../../test/evaluationWorksheet.ts'
import { kind } from '../kinds/sakip-evaluasi/kind.ts'
import { readForm } from './readForm.ts'

it('says of a figure that waits for the evaluator that it is not evaluated yet, not that something is empty', () => {
  const done = evaluate(answered('met', {}))
  const scope = {
    office: { id: 'o', name: 'Dinas' },
    period: '2026',
    rows: '*' as const,
    plan: { from: 2025, to: 2030 },
  }
  const { names } = readForm({ sections: [], figures: done.figures, sources: {} }, kind, { ...scope, sources: {} })
  expect(names.why(figure(done, 'sakip.score'))).toBe('belum dinilai')
  const own = evaluate({})
  const office = readForm({ sections: [], figures: own.figures, sources: {} }, kind, { ...scope, sources: {} }).names
  expect(office.why(figure(own, 'sakip.ownScore'))).toBe('belum diisi')
})
