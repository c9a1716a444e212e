import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useForm } from '../FormContext.ts'
import { lkpjRows, openLkpj } from '../fixtures/openLkpj.tsx'
import { RowDefinition } from './RowDefinition.tsx'

function First() {
  const row = useForm().paths().get(`/subactivities/${lkpjRows.first}`)?.row
  return row && <RowDefinition row={row} />
}

it('leads to where it is filled in only while it may be', () => {
  const { store } = openLkpj({ [lkpjRows.first]: { fund: 'PAD' } }, <First />)
  expect(screen.getByText('PAD')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Ubah di bawah baris' })).toBeTruthy()
  act(() => store.setAccess({ open: false, anchors: null }))
  expect(screen.getByText('PAD')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  store.stop()
})
