import type { Cell, Field } from '@sepakat/rules'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { evaluatedForm } from '#sheet/answers/fixtures/evaluatedForm.ts'
import { formStoreOf } from '#sheet/answers/formStore.ts'
import { newId } from '#sync/newId.ts'
import { memoryOutboxStore } from '#sync/outbox/memoryOutboxStore.ts'
import type { OutboxDeps } from '#sync/outbox/outbox.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { EvaluatorCell } from './EvaluatorCell.tsx'

const at = '/parts/a/mark'

function show(field: Field, value?: Cell) {
  const spec: Field = { ...field, writer: 'evaluator' }
  const values: Record<string, Cell> = value === undefined ? {} : { mark: value }
  const send = vi.fn<OutboxDeps['send']>(() => new Promise(() => {}))
  const store = formStoreOf({
    form: evaluatedForm({ mark: spec }),
    answers: { parts: { a: values } },
    revs: {},
    removed: {},
    version: 1,
    disk: memoryOutboxStore(newId(), newId()),
    send,
  })
  const row = {
    ...{ table: 'parts', id: 'a', parent: null, label: 'Bagian a', blocks: [] },
    fields: { mark: 'Penilaian' },
    values,
  }
  const { container } = render(<EvaluatorCell store={store} row={row} field="mark" spec={spec} />)
  /** What is sent next. */
  const sent = async () => {
    await vi.waitFor(() => expect(send).toHaveBeenCalled())
    const [changes] = send.mock.calls.at(-1)!
    return changes.map(change => [change.pointer, change.op, 'value' in change ? change.value : null])
  }
  return { container, send, sent }
}
const name = 'Penilaian: Bagian a'

describe('an evaluator’s cell', () => {
  it('is a yes, a no, or not answered yet', async () => {
    const { sent, container } = show({ label: 'Penilaian', type: 'boolean' })
    const select = screen.getByRole('combobox', { name })
    expect(select).toHaveProperty('value', '')
    await userEvent.selectOptions(select, 'Tidak')
    expect(await sent()).toEqual([[at, 'set', false]])
    expect(await axeFinds(container)).toEqual([])
  })

  it('is one of the grades, and can be emptied', async () => {
    const options = [{ id: 'BB', label: 'BB' }]
    const { sent } = show({ label: 'Penilaian', type: 'choice', options }, 'BB')
    await userEvent.selectOptions(screen.getByRole('combobox', { name }), 'Belum dinilai')
    expect(await sent()).toEqual([[at, 'clear', null]])
  })

  it('is a text sent on leaving it, and a number as typed where it cannot be read', async () => {
    const { sent, send } = show({ label: 'Penilaian', type: 'number' }, '12.5')
    const area = screen.getByRole('textbox', { name })
    expect(area).toHaveProperty('value', '12,5')
    await userEvent.clear(area)
    await userEvent.type(area, '12,5x')
    expect(send).not.toHaveBeenCalled()
    await userEvent.tab()
    expect(await sent()).toEqual([[at, 'set', { asTyped: '12,5x' }]])
    expect(send).toHaveBeenCalledOnce()
  })

  it('is a day, once it can be parsed', async () => {
    const { sent } = show({ label: 'Penilaian', type: 'date' })
    await userEvent.type(screen.getByRole('textbox', { name }), '30-6-2027')
    await userEvent.tab()
    expect(await sent()).toEqual([[at, 'set', '2027-06-30']])
  })
})
