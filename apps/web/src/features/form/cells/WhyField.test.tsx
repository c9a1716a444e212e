import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { inventedAnswers } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { renderForm } from '../fixtures/render.tsx'
import { SectionView } from '../frame/SectionView.tsx'

it('explains a finding at several answers of a row once, and links each to it', async () => {
  const odd = { target: '20', reached: '26', level: 'rendah' }
  const { store } = openInvented({ answers: { ...inventedAnswers(), counts: { kematian: odd } } })
  const { went, container, evaluate } = renderForm(store, <SectionView />)
  evaluate()
  const why = '/counts/kematian/why-over-target'
  expect(screen.getAllByText(/^Realisasi 26 melebihi target/)).toHaveLength(2)
  expect(screen.getByLabelText('Penjelasan').id).toBe(why)
  expect(container.querySelectorAll(`[id="${why}"]`)).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: /^Jelaskan sekali untuk semuanya untuk .* Tingkat$/ }))
  expect(went).toEqual([why])
  expect(await axeFinds(container)).toEqual([])
})
