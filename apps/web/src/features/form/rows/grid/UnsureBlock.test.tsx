import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { inventedAnswers } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { renderForm } from '../../fixtures/render.tsx'
import { SectionView } from '../../frame/SectionView.tsx'

const at = (row: string, field: string) => `/parts/kematian.${row}/${field}`
const draw = (parts?: Record<string, Record<string, { asTyped: string }>>) => {
  const opened = openInvented({ answers: { ...inventedAnswers(), ...(parts && { parts }) } })
  const drawn = renderForm(
    opened.store,
    <main>
      <h1>Formulir</h1>
      <SectionView />
    </main>,
  )
  const paste = (text: string) => {
    const cell = document.getElementById(at('desa', 'required'))!
    cell.focus()
    fireEvent.paste(cell, { clipboardData: { getData: () => text } })
    drawn.evaluate()
  }
  const values = () =>
    Object.values(opened.store.cells.answers().parts ?? {}).map(({ required, met }) => [required, met])
  return { ...opened, ...drawn, user: userEvent.setup(), paste, values }
}
const block = '1.200\t3,400\n5.600\t12\n'
const question = () => screen.queryByRole('region', { name: 'Angka yang perlu dipastikan' })

describe('a pasted block of thousands', () => {
  it('asks one focused question for all its cells, and none beside each', async () => {
    const { store, paste, container } = draw()
    paste(block)
    await waitFor(() => expect(question()?.textContent).toContain('3 angka perlu dipastikan'))
    await waitFor(() => expect(document.activeElement).toBe(question()))
    expect(screen.queryByRole('button', { name: /^1\.200 untuk/ })).toBeNull()
    expect(await axeFinds(container)).toEqual([])
    store.stop()
  })

  it.each([
    [
      'Semua ribuan: “1.200” = 1.200',
      [
        ['1200', '3400'],
        ['5600', '12'],
      ],
    ],
    [
      'Semua desimal: “1.200” = 1,2',
      [
        ['1.2', '3.4'],
        ['5.6', '12'],
      ],
    ],
  ])('%s resolves them by keyboard, as one undo step', async (name, settled) => {
    const { store, user, paste, values, evaluate } = draw()
    paste(block)
    const before = values()
    await waitFor(() => expect(document.activeElement).toBe(question()))
    await screen.findByRole('button', { name })
    while (document.activeElement?.textContent !== name) await user.tab()
    await user.keyboard('{Enter}')
    expect(values()).toEqual(settled)
    expect(document.activeElement?.id).toBe(at('desa', 'required'))
    evaluate()
    expect(question()).toBeNull()
    store.undo()
    expect(values()).toEqual(before)
    evaluate()
    expect(question()).not.toBeNull()
    store.stop()
  })

  it('is asked about again on another visit, one by one on request', async () => {
    const typed = { required: { asTyped: '1.200' }, met: { asTyped: '3.400' } }
    const { store, user, evaluate } = draw({ 'kematian.desa': typed })
    evaluate()
    await user.click(await screen.findByRole('button', { name: 'Tanyakan satu per satu' }))
    expect(question()).toBeNull()
    await user.click(screen.getByRole('button', { name: /^1\.200 untuk/ }))
    expect(store.cell(at('desa', 'required'))).toBe('1200')
    store.stop()
  })

  it('resolves and shows the current values, not those when the question was asked', async () => {
    const { store, user, values, evaluate } = draw({
      'kematian.desa': { required: { asTyped: '1.200' }, met: { asTyped: '3.400' } },
    })
    evaluate()
    act(() => store.set(at('desa', 'required'), { asTyped: '2.500' }))
    evaluate()
    await waitFor(() => expect(question()?.textContent).toContain('Semua ribuan: “2.500” = 2.500'))
    act(() => store.set(at('desa', 'required'), '7'))
    await user.click(screen.getByRole('button', { name: /^Semua ribuan/ }))
    expect(values()[0]).toEqual(['7', '3400'])
    store.stop()
  })

  it('is asked about beside the cell where only one is ambiguous', () => {
    const { store, evaluate } = draw({ 'kematian.desa': { required: { asTyped: '1.200' } } })
    evaluate()
    expect(question()).toBeNull()
    expect(screen.getByRole('button', { name: /^1\.200 untuk/ })).toBeTruthy()
    store.stop()
  })

  it('is undone from its own notice only while nothing was typed or undone since', async () => {
    const { store, user, paste, values, evaluate } = draw()
    const takeBack = () => screen.queryByRole('button', { name: 'Urungkan tempelan' })
    const before = values()
    paste('10\t20\n30\t40\n')
    await waitFor(() => expect(takeBack()).not.toBeNull())
    store.set(at('desa', 'met'), '7')
    await user.click(takeBack()!)
    expect(store.cell(at('desa', 'met'))).toBe('7')
    evaluate()
    paste('10\t20\n30\t40\n')
    store.set(at('desa', 'met'), '7')
    evaluate()
    expect(takeBack()).toBeNull()
    store.undo()
    evaluate()
    await user.click(takeBack()!)
    store.undo()
    store.undo()
    expect(values()).toEqual(before)
    store.stop()
  })
})
