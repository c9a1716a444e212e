import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, expect, it, vi } from 'vitest'
import type { BodyOf } from '#sync/apiTypes.ts'
import { NoAnswerError, ProblemError } from '#sync/problems/ProblemError.ts'
import { partOf } from '#testing/partOf.ts'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { FormProblem } from './FormProblem.tsx'
import { judgeOf } from './judgeOf.ts'
import { useContractForm } from './useContractForm.ts'

vi.mock('./judgeOf.ts', async original => {
  const real = await original<typeof import('./judgeOf.ts')>()
  return { ...real, judgeOf: vi.fn(real.judgeOf) }
})

type Wave = BodyOf<'POST /waves'>

// as it has come by the time somebody has filled the form in
beforeAll(async () => void (await judgeOf('POST /waves')))

const office = '0193a7a0-0000-7000-8000-000000000001'
function Sample({ send, first = '2027-TW1' }: { send: (body: Wave, key: string) => Promise<unknown>; first?: string }) {
  const [name, setName] = useState('')
  const [offices, setOffices] = useState<string[]>([])
  const { form, onSubmit, errorAt, failed, wrong } = useContractForm('POST /waves', {
    body: () => ({ name, offices, fromPeriod: first, reportTypes: ['spm' as const] }),
    unread: () => ({ name: name === '?' ? 'Tidak terbaca.' : undefined }),
    send,
  })
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      <CheckboxGroup
        label="Perangkat daerah"
        values={offices}
        onChange={setOffices}
        options={[{ value: office, label: 'Dinas A' }]}
        error={errorAt('offices')}
      />
      <TextField label="Nama" value={name} onChange={event => setName(event.target.value)} error={errorAt('name')} />
      <FormProblem of={{ failed, wrong }} fields={['name', 'offices']} />
      <button type="submit">Simpan</button>
    </form>
  )
}

const refused = (pointer: string) =>
  new ProblemError({
    type: '/problems/invalid',
    title: 'Isian belum benar',
    status: 422,
    code: 'invalid',
    detail: 'Perbaiki isian yang disebut.',
    instance: 'r1',
    errors: [{ pointer, code: 'custom', message: 'Sudah dipakai.' }],
  })
const save = () => userEvent.click(screen.getByText('Simpan'))
const fill = async () => {
  await userEvent.click(screen.getByLabelText('Dinas A'))
  await userEvent.type(screen.getByLabelText('Nama'), 'x')
}

it('sends nothing while something is missing, and focuses the first missing field, a group of choices too', async () => {
  const send = vi.fn()
  render(<Sample send={send} />)
  await save()
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Dinas A')))
  expect(send).not.toHaveBeenCalled()
  expect(screen.getByLabelText('Nama').getAttribute('aria-invalid')).toBe('true')
})

it('removes a message as soon as its field is valid', async () => {
  render(<Sample send={async () => {}} />)
  await save()
  await screen.findByText('Pilih sedikitnya satu perangkat daerah.')
  await userEvent.click(screen.getByLabelText('Dinas A'))
  expect(screen.queryByText('Pilih sedikitnya satu perangkat daerah.')).toBeNull()
  expect(screen.getByText(/^Beri nama/)).toBeTruthy()
})

it('says what cannot be read before what the contract would say of it', async () => {
  render(<Sample send={async () => {}} />)
  await userEvent.type(screen.getByLabelText('Nama'), '?')
  await save()
  expect(await screen.findByText('Tidak terbaca.')).toBeTruthy()
})

it('shows a refusal of the API at its field, also one inside it', async () => {
  render(<Sample send={() => Promise.reject(refused('/offices/0'))} />)
  await fill()
  await save()
  expect(await screen.findByText('Sudah dipakai.')).toBeTruthy()
  expect(screen.queryByText('Isian belum benar')).toBeNull()
})

it('shows in full an error that no field of the form can show', async () => {
  render(<Sample send={() => Promise.reject(refused('/elsewhere'))} />)
  await fill()
  await save()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Isian belum benar')
  expect(alert.textContent).toContain('r1')
})

it('says what is wrong where no field of the page is', async () => {
  const send = vi.fn()
  render(<Sample send={send} first="soon" />)
  await fill()
  await save()
  expect((await screen.findByRole('alert')).textContent).toContain('Tulis periode seperti 2026')
  expect(send).not.toHaveBeenCalled()
})

it('keeps what was typed over a lost response, and sends it again as the same intention', async () => {
  const keys: string[] = []
  const send = vi.fn(async (_: Wave, key: string) => {
    keys.push(key)
    throw new NoAnswerError('gone')
  })
  render(<Sample send={send} />)
  await fill()
  await save()
  await vi.waitFor(() => expect(keys).toHaveLength(1))
  expect((screen.getByLabelText('Nama') as HTMLInputElement).value).toBe('x')
  await save()
  await vi.waitFor(() => expect(keys).toHaveLength(2))
  expect(keys[1]).toBe(keys[0])
  await userEvent.type(screen.getByLabelText('Nama'), 'y')
  await save()
  await vi.waitFor(() => expect(new Set(keys).size).toBe(2))
})

it('lets the server judge where the schema does not arrive, and waits for one that is late', async () => {
  const send = vi.fn(() => Promise.reject(refused('/name')))
  vi.mocked(judgeOf).mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline'))
  const { unmount } = render(<Sample send={send} />)
  await save()
  expect(await screen.findByText('Sudah dipakai.')).toBeTruthy()
  unmount()
  vi.mocked(judgeOf).mockReturnValueOnce(new Promise(() => {}))
  render(<Sample send={send} />)
  await save()
  expect(await screen.findByText(/^Beri nama/)).toBeTruthy()
  expect(send).toHaveBeenCalledOnce()
})

function Years({ send }: { send: () => Promise<unknown> }) {
  const { form, onSubmit, errorAt } = useContractForm('POST /assignments', {
    body: () => partOf<BodyOf<'POST /assignments'>>({ toYear: Number('20x6') }),
    send,
  })
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      <TextField label="Tahun" defaultValue="20x6" error={errorAt('toYear')} />
      <button type="submit">Simpan</button>
    </form>
  )
}

it('never sends what is no number, also where its schema does not arrive', async () => {
  const send = vi.fn()
  vi.mocked(judgeOf).mockRejectedValue(new TypeError('no chunk'))
  render(<Years send={send} />)
  await save()
  expect(await screen.findByText('Tulis angka.')).toBeTruthy()
  expect(send).not.toHaveBeenCalled()
})
