import type { Row } from '@sepakat/rules'
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useSyncExternalStore } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { partOf } from '#testing/partOf.ts'
import { useBeside, useForm } from '../FormContext.ts'
import { renderForm } from '../fixtures/render.tsx'
import type { Attachment } from '../model/beside.ts'
import { FileDetailFields } from './FileDetailFields.tsx'

const row = partOf<Row>({ table: 'counts', id: 'kunjungan', label: 'Kunjungan', states: [], fields: {} })
const attached = partOf<Attachment>({
  ...{ id: 'f1', anchor: '/counts/kunjungan', title: 'SK', number: '', date: null, page: '' },
  ...{ fileName: 'a.pdf', bytes: 3, replaces: null },
})

const beside = (file: Attachment) => ({ notes: new Map(), files: new Map([['', [file]]]) })

/** The fields of a file, with its description. */
function Fields() {
  const { uploads } = useForm()
  const [file] = useBeside().files.get('') ?? []
  const [upload] = useSyncExternalStore(listener => uploads.on('uploads', listener), uploads.all)
  return <FileDetailFields file={file} upload={upload} row={row} />
}

let store: ReturnType<typeof openInvented>['store']
const draw = (file = attached) => {
  store = openInvented().store
  const drawn = renderForm(store, <Fields />, { beside: beside(file) })
  return { ...drawn, said: () => drawn.uploads.all().map(({ unsaid }) => unsaid) }
}
afterEach(() => {
  store.stop()
  vi.useRealTimers()
})
const day = () => screen.getByRole('textbox', { name: /Tanggal dokumen/ })

it('does not save a date that was only tabbed through, even if it was changed meanwhile', async () => {
  const { said, setBeside } = draw()
  setBeside(beside({ ...attached, date: '2026-03-31' }))
  expect(day()).toHaveProperty('value', '31-03-2026')
  await userEvent.click(day())
  await userEvent.tab()
  expect(said()).toEqual([])
})

it('saves a typed date, and an emptied one', async () => {
  const { said } = draw({ ...attached, date: '2026-03-31' } as Attachment)
  await userEvent.clear(day())
  await userEvent.tab()
  expect(said()).toEqual([{ date: '' }])
})

it.each([
  ['Tanggal dokumen', '1-4-2026', { date: '2026-04-01' }],
  ['Nomor dokumen', '188/12', { number: '188/12' }],
])('saves %s when its panel or the page is closed, and on a pause in typing', async (label, text, unsaid) => {
  const field = () => screen.getByRole('textbox', { name: new RegExp(label) })
  const closed = draw()
  fireEvent.change(field(), { target: { value: text } })
  expect(closed.said()).toEqual([])
  closed.unmount()
  expect(closed.said()).toEqual([unsaid])

  const page = draw()
  fireEvent.change(field(), { target: { value: text } })
  act(() => void dispatchEvent(new Event('pagehide')))
  expect(page.said()).toEqual([unsaid])
  page.unmount()

  vi.useFakeTimers()
  const rests = draw()
  fireEvent.change(field(), { target: { value: `${text} ` } })
  act(() => void vi.advanceTimersByTime(3000))
  expect(rests.said()).toEqual([unsaid])
  expect(field()).toHaveProperty('value', `${text} `)
})
