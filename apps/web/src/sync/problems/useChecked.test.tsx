import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { FormProblem } from './FormProblem.tsx'
import { ProblemError } from './ProblemError.ts'
import { useChecked } from './useChecked.ts'

function Sample({ send }: { send: (name: string) => Promise<unknown> }) {
  const [name, setName] = useState('')
  const [types, setTypes] = useState<string[]>([])
  const { form, onSubmit, errorAt, failed } = useChecked(
    () => ({
      name: name ? undefined : 'Tulis nama.',
      types: types.length > 0 ? undefined : 'Pilih satu.',
    }),
    () => send(name),
  )
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      <CheckboxGroup
        label="Jenis"
        values={types}
        onChange={setTypes}
        options={[{ value: 'a', label: 'Jenis A' }]}
        error={errorAt('types')}
      />
      <TextField label="Nama" value={name} onChange={event => setName(event.target.value)} error={errorAt('name')} />
      <FormProblem failed={failed} fields={['name', 'types']} />
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

it('sends nothing while something is missing, and focuses the first missing field, a group of choices too', async () => {
  const send = vi.fn()
  render(<Sample send={send} />)
  await save()
  expect(send).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByLabelText('Jenis A'))
  expect(screen.getByLabelText('Nama').getAttribute('aria-invalid')).toBe('true')
})

it('removes a message as soon as its field is valid', async () => {
  render(<Sample send={async () => {}} />)
  await save()
  await userEvent.click(screen.getByLabelText('Jenis A'))
  expect(screen.queryByText('Pilih satu.')).toBeNull()
  expect(screen.getByText('Tulis nama.')).toBeTruthy()
})

it('shows a refusal of the API at its field, also one inside it', async () => {
  render(<Sample send={() => Promise.reject(refused('/types/0'))} />)
  await userEvent.click(screen.getByLabelText('Jenis A'))
  await userEvent.type(screen.getByLabelText('Nama'), 'x')
  await save()
  expect(screen.getByText('Sudah dipakai.')).toBeTruthy()
  expect(screen.queryByText('Isian belum benar')).toBeNull()
})

it('shows in full an error that no field of the form can show', async () => {
  render(<Sample send={() => Promise.reject(refused('/elsewhere'))} />)
  await userEvent.click(screen.getByLabelText('Jenis A'))
  await userEvent.type(screen.getByLabelText('Nama'), 'x')
  await save()
  expect(screen.getByRole('alert').textContent).toContain('Isian belum benar')
  expect(screen.getByRole('alert').textContent).toContain('r1')
})
