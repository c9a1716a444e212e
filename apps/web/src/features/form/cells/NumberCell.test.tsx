import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { inventedAnswers, inventedKind } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { renderForm } from '../fixtures/render.tsx'
import { Cell } from './Cell.tsx'
import { CellNotes } from './CellNotes.tsx'

const at = '/parts/kematian.desa/met'
const spec = inventedKind.tables.parts!.fields.met!
const answers = { ...inventedAnswers(), parts: { 'kematian.desa': { met: '4512' } } }

function draw(unit = 'ton') {
  const { store } = openInvented({ answers })
  const drawn = renderForm(
    store,
    <>
      <label htmlFor={at}>Ada</label>
      <Cell at={at} table="parts" row="kematian.desa" field="met" spec={spec} unit={unit} />
      <CellNotes at={at} spec={spec} states={['nil', 'notApplicable']} />
      <button type="button">lain</button>
    </>,
  )
  const input = screen.getByLabelText<HTMLInputElement>('Ada')
  return { store, input, ...drawn }
}
let user: ReturnType<typeof userEvent.setup>
beforeEach(() => {
  user = userEvent.setup()
})
const leave = async (evaluate: () => void) => {
  await user.click(screen.getByText('lain'))
  evaluate()
}

/** typed · stored · shown afterwards · message beside it */
const typed: [text: string, stored: unknown, shown: string, said: RegExp | null][] = [
  ['4600', '4600', '4.600', null],
  ['1.234,5', '1234.5', '1.234,5', null],
  ['12.5', '12.5', '12,5', /Dibaca 12,5/],
  ['1.234', '1234', '1.234', /Dibaca 1\.234.*Maksud saya 1,234/],
  ['1,234', '1.234', '1,234', /Dibaca 1,234.*Maksud saya 1\.234/],
  ['Rp 1.500.000,00', '1500000', '1.500.000', null],
  ['(12,5)', '-12.5', '-12,5', null],
  ['12,5x', { asTyped: '12,5x' }, '12,5x', /belum terbaca sebagai angka/],
  ['12,', { asTyped: '12,' }, '12,', /belum terbaca/],
  ['-', { asTyped: '-' }, '-', /Nyatakan nihil.*Nyatakan tidak berlaku/],
  ['nihil', { asTyped: 'nihil' }, 'nihil', /Nyatakan nihil/],
  ['0', '0', '0', null],
]

describe('a number that is typed', () => {
  it('is alone in its form, which browsers search at each keystroke, and Enter submits nothing', async () => {
    const { input, store } = draw()
    expect([...(input.form?.elements ?? [])]).toEqual([input])
    const sent: Event[] = []
    input.form?.addEventListener('submit', event => sent.push(event))
    await user.type(input, '7{Enter}')
    expect(sent.map(event => event.defaultPrevented)).toEqual([true])
    expect(store.cell(at)).toBe('7')
  })

  it.each(typed)('%j', async (text, stored, shown, said) => {
    const { store, input, evaluate, container } = draw()
    await user.clear(input)
    await user.type(input, text)
    expect(input.value).toBe(text)
    await leave(evaluate)
    expect(store.cell(at)).toEqual(stored)
    expect(input.value).toBe(shown)
    const notes = container.querySelector('[id$=":notes"]')?.textContent ?? ''
    if (said) expect(notes).toMatch(said)
    else expect(notes).toBe('')
    expect(input.getAttribute('aria-invalid')).toBe(typeof stored === 'object' ? 'true' : null)
  })

  it.each(['1.234', '1,234'])('%j groups where whole things are counted, without a word', async text => {
    const { store, input, evaluate, container } = draw('orang')
    await user.clear(input)
    await user.type(input, text)
    await leave(evaluate)
    expect(store.cell(at)).toBe('1234')
    expect(container.querySelector('[id$=":notes"]')).toBeNull()
  })

  it('is shown without grouping while it is edited, so that an added digit stays a digit', async () => {
    const { store, input, evaluate } = draw()
    await user.click(input)
    expect(input.value).toBe('4512')
    await user.keyboard('{End}0')
    await leave(evaluate)
    expect(store.cell(at)).toBe('45120')
    expect(input.value).toBe('45.120')
  })

  it('is marked as wrong only after leaving the field', async () => {
    const { input, evaluate } = draw()
    await user.clear(input)
    await user.type(input, '12,')
    evaluate()
    expect(input.getAttribute('aria-invalid')).toBeNull()
    await leave(evaluate)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(input.getAttribute('aria-describedby')).toContain(`${at}:notes`)
  })

  it('shows its reading after the press that leaves the field, so that the pressed button stays in place', async () => {
    const { input, container } = draw()
    const said = () => container.querySelector('[id$=":notes"]')?.textContent
    await user.clear(input)
    await user.type(input, '1.234')
    await user.pointer({ keys: '[MouseLeft>]', target: screen.getByText('lain') })
    expect(document.activeElement).toBe(screen.getByText('lain'))
    expect(said()).toBeUndefined()
    await user.pointer('[/MouseLeft]')
    await waitFor(() => expect(said()).toMatch(/^Dibaca 1\.234/))
  })

  it('can be given its other reading by one press', async () => {
    const { store, input, evaluate } = draw()
    await user.clear(input)
    await user.type(input, '1.234')
    await leave(evaluate)
    await user.click(screen.getByRole('button', { name: /^Maksud saya 1,234 untuk/ }))
    expect(store.cell(at)).toBe('1.234')
  })

  it('is restored by Escape', async () => {
    const { store, input } = draw()
    await user.clear(input)
    await user.type(input, '77{Escape}')
    expect(store.cell(at)).toBe('4512')
  })

  it('shows what another user typed, and that user’s name', async () => {
    const { store, input } = draw()
    act(() => {
      store.cells.accept(at, { op: 'set', value: '4700' }, 9)
      store.fresh.set(at, { name: 'Operator kedua', at: '2026-07-10T02:00:00.000Z' })
      store.show(at)
    })
    expect(input.value).toBe('4.700')
    expect(screen.getByText(/Operator kedua mengubahnya/)).toBeTruthy()
  })
})

describe('a number that is pasted', () => {
  it('does not count while it has two readings, and is resolved by a choice', async () => {
    const { store, input, evaluate } = draw()
    await user.clear(input)
    await user.click(input)
    await user.paste('1.234')
    await leave(evaluate)
    expect(store.cell(at)).toEqual({ asTyped: '1.234' })
    expect(screen.getByText(/perlu dipastikan/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^1\.234 untuk/ }))
    expect(store.cell(at)).toBe('1234')
  })

  it('is read at once where it has one reading', async () => {
    const { store, input, evaluate } = draw()
    await user.clear(input)
    await user.click(input)
    await user.paste('1,234.56')
    await leave(evaluate)
    expect(store.cell(at)).toBe('1234.56')
    expect(document.getElementById(`${at}:notes`)?.textContent).toBe('Dibaca 1.234,56')
  })
})

describe('text that is dragged', () => {
  const drag = (input: HTMLInputElement, type: string, types: string[]) => {
    const event = new Event(type, { bubbles: true, cancelable: true })
    Object.assign(event, { dataTransfer: { types, dropEffect: 'move' } })
    act(() => {
      input.dispatchEvent(event)
    })
    return event
  }

  it('is neither dragged out of a number nor dropped into one', () => {
    const { input } = draw()
    for (const type of ['dragstart', 'dragover', 'drop'])
      expect([type, drag(input, type, ['text/plain']).defaultPrevented]).toEqual([type, true])
  })

  it('passes a dropped file on to the row', () => {
    const { input } = draw()
    for (const type of ['dragover', 'drop']) expect(drag(input, type, ['Files']).defaultPrevented).toBe(false)
  })
})

describe('a word in place of a number', () => {
  it('declares the state it meant', async () => {
    const { store, input, evaluate } = draw()
    await user.clear(input)
    await user.type(input, 'nihil')
    await leave(evaluate)
    await user.click(screen.getByRole('button', { name: /^Nyatakan nihil untuk/ }))
    expect(store.cell(at)).toBeUndefined()
    expect(store.cell('/parts/kematian.desa/state')).toBe('nil')
    store.undo()
    expect(store.cell('/parts/kematian.desa/state')).toBeUndefined()
  })
})

describe('a read-only cell', () => {
  it('shows text', () => {
    const { store } = openInvented({ answers })
    store.setAccess({ open: false, anchors: null })
    renderForm(store, <Cell at={at} table="parts" row="kematian.desa" field="met" spec={spec} unit="orang" />)
    expect(document.querySelector('input')).toBeNull()
    expect(document.getElementById(at)?.textContent?.replaceAll('\u00a0', ' ')).toContain('4.512 orang')
  })
})
