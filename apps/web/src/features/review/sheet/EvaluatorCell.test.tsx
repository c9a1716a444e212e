import type { Cell, Field } from '@sepakat/rules'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { type Review, ReviewContext } from '../ReviewContext.ts'
import { EvaluatorCell } from './EvaluatorCell.tsx'

function show(spec: Field, value?: Cell) {
  const set = vi.fn()
  const row = {
    ...{ table: 'parts', id: 'a', parent: null, label: 'Bagian a', blocks: [] },
    fields: { mark: 'Penilaian' },
    values: (value === undefined ? {} : { mark: value }) as Record<string, Cell>,
  }
  const { container } = render(
    <ReviewContext
      value={partOf<Review>({ evaluation: { set, add: vi.fn(), remove: vi.fn(), version: 1, failed: null } })}
    >
      <EvaluatorCell row={row} field="mark" spec={{ ...spec, writer: 'evaluator' }} />
    </ReviewContext>,
  )
  return { set, container }
}
const name = 'Penilaian: Bagian a'

describe('an evaluator’s cell', () => {
  it('is a yes, a no, or not answered yet', async () => {
    const { set, container } = show({ label: 'Penilaian', type: 'boolean' })
    const select = screen.getByRole('combobox', { name })
    expect(select).toHaveProperty('value', '')
    await userEvent.selectOptions(select, 'Tidak')
    expect(set).toHaveBeenLastCalledWith('/parts/a/mark', false)
    expect(await axeFinds(container)).toEqual([])
  })

  it('is one of the grades, and can be emptied', async () => {
    const options = [{ id: 'BB', label: 'BB' }]
    const { set } = show({ label: 'Penilaian', type: 'choice', options }, 'BB')
    await userEvent.selectOptions(screen.getByRole('combobox', { name }), 'Belum dinilai')
    expect(set).toHaveBeenLastCalledWith('/parts/a/mark', null)
  })

  it('is a text saved on leaving it, and a number saved as typed where it cannot be read', async () => {
    const { set } = show({ label: 'Penilaian', type: 'number' }, '12.5')
    const area = screen.getByRole('textbox', { name })
    expect(area).toHaveProperty('value', '12,5')
    await userEvent.clear(area)
    await userEvent.type(area, '12,5x')
    expect(set).not.toHaveBeenCalled()
    await userEvent.tab()
    expect(set).toHaveBeenCalledExactlyOnceWith('/parts/a/mark', { asTyped: '12,5x' })
  })

  it('is a day, once it can be parsed', async () => {
    const { set } = show({ label: 'Penilaian', type: 'date' })
    await userEvent.type(screen.getByRole('textbox', { name }), '30-6-2027')
    expect(set).toHaveBeenLastCalledWith('/parts/a/mark', '2027-06-30')
  })
})
