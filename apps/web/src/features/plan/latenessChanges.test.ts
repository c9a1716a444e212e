import { describe, expect, it } from 'vitest'
import { type DuePreview, type LatenessChange, latenessChanges } from './latenessChanges.ts'

const item = (name: string, submitted: boolean, becomes: LatenessChange['becomes']): LatenessChange => ({
  submission: null,
  office: { id: name, name },
  form: 'spm/triwulan',
  title: 'SPM',
  period: '2026-TW1',
  periodTitle: 'Triwulan I 2026',
  from: '2026-04-20T15:59:00Z',
  to: '2026-04-10T15:59:00Z',
  submitted,
  becomes,
})
const preview: DuePreview = {
  items: [item('draft', false, 'late'), item('filed', true, 'late'), item('eased', true, 'on-time')],
  moves: 3,
  submitted: 2,
}
const names = (items: LatenessChange[]) => items.map(({ office }) => office.name)

describe('reports under a new deadline', () => {
  it('keeps the lateness of submitted ones', () => {
    const { late, onTime, left } = latenessChanges(preview, false)
    expect([names(late), names(onTime), names(left)]).toEqual([['draft'], [], ['filed', 'eased']])
  })
  it('recomputes it for submitted ones too where that is chosen', () => {
    const { late, onTime, left } = latenessChanges(preview, true)
    expect([names(late), names(onTime), names(left)]).toEqual([['draft', 'filed'], ['eased'], []])
  })
})
