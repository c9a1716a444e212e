import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { axeFinds } from '#testing/axeFinds.ts'
import { Combobox } from './Combobox.tsx'
import { MultiSelect } from './MultiSelect.tsx'
import { searchChoices } from './searchChoices.ts'

const options = ['Dinas Kesehatan', 'Dinas Sosial', 'Kecamatan Sebatik'].map((label, n) => ({ value: `o${n}`, label }))

// Missing in jsdom.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => {}
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

function One() {
  const [value, setValue] = useState('o0')
  return (
    <>
      <Combobox label="Perangkat daerah" clearable options={options} value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  )
}

function Several() {
  const [values, setValues] = useState<string[]>([])
  return (
    <>
      <MultiSelect label="Perangkat daerah" options={options} values={values} onChange={setValues} />
      <output>{values.join()}</output>
    </>
  )
}

const box = () => screen.getByRole('combobox', { name: 'Perangkat daerah' })
const chosen = () => document.querySelector('output')?.textContent

it('finds choices by the words in them, without accents and in any order', () => {
  const found = (text: string) => searchChoices(options, text).map(option => option.label)
  expect(found('sosial DIN')).toEqual(['Dinas Sosial'])
  expect(found('sébatik')).toEqual(['Kecamatan Sebatik'])
  expect(found('')).toHaveLength(3)
  const bpbd = { value: 'b', label: 'Badan Penanggulangan Bencana Daerah', also: 'BPBD' }
  expect(searchChoices([...options, bpbd], 'bpbd')).toEqual([bpbd])
  expect(found('x')).toEqual([])
})

describe('Combobox', () => {
  it('chooses the first match by Enter', async () => {
    render(<One />)
    await userEvent.click(box())
    await userEvent.clear(box())
    await userEvent.type(box(), 'sos')
    expect(box().getAttribute('aria-expanded')).toBe('true')
    expect(await axeFinds(document.body)).toEqual([])
    await userEvent.keyboard('{Enter}')
    expect(chosen()).toBe('o1')
    expect(box()).toHaveProperty('value', 'Dinas Sosial')
  })
  it('restores the chosen one on leaving without a choice', async () => {
    render(<One />)
    await userEvent.click(box())
    await userEvent.type(box(), 'zzz')
    expect(screen.getByText('Tidak ada yang cocok.')).toBeTruthy()
    await userEvent.tab()
    expect(box()).toHaveProperty('value', 'Dinas Kesehatan')
    expect(chosen()).toBe('o0')
  })
  it('can be emptied', async () => {
    render(<One />)
    await userEvent.click(screen.getByRole('button', { name: 'Kosongkan Dinas Kesehatan' }))
    expect(chosen()).toBe('')
  })
})

describe('MultiSelect', () => {
  it('adds and removes', async () => {
    render(<Several />)
    await userEvent.type(box(), 'dinas k{Enter}')
    await userEvent.clear(box())
    await userEvent.type(box(), 'sebatik{Enter}')
    expect(chosen()).toBe('o0,o2')
    expect(await axeFinds(document.body)).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Lepas Dinas Kesehatan' }))
    expect(chosen()).toBe('o2')
  })
})

it('replaces the chosen one by typing, and does not submit the form on Enter where nothing matches', async () => {
  const sent: string[] = []
  render(
    <form
      onSubmit={event => {
        event.preventDefault()
        sent.push('form')
      }}
    >
      <One />
      <button type="submit">Simpan</button>
    </form>,
  )
  await userEvent.tab()
  await userEvent.keyboard('zzz{Enter}')
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'zzz')
  expect(sent).toEqual([])
  await userEvent.clear(screen.getByRole('combobox'))
  await userEvent.keyboard('sosial{Enter}')
  expect(document.querySelector('output')?.textContent).toBe('o1')
})
