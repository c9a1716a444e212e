import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { renderForm } from '../fixtures/render.tsx'
import { peopleStoreOf } from '../model/peopleStore.ts'
import { PeopleContext } from '../PeopleContext.ts'
import { AlsoHere } from './AlsoHere.tsx'
import { SectionView } from './SectionView.tsx'

const rina = (at: string) => ({ person: 'p1', name: 'Rina Hapsari, S.E.', at })

it('shows other users at their rows, by name for screen readers, and one press goes there', async () => {
  const people = peopleStoreOf()
  const { went } = renderForm(
    openInvented().store,
    <main>
      <h1>Formulir</h1>
      <PeopleContext value={people}>
        <AlsoHere />
        <SectionView />
      </PeopleContext>
    </main>,
  )
  expect(screen.queryByRole('list', { name: 'Juga mengisi:' })).toBeNull()
  act(() => void people.set([rina('/counts/kematian/target')]))
  expect(screen.getByText('Rina Hapsari, S.E. sedang mengisi baris ini')).toBeTruthy()
  const cell = document.getElementById('/counts/kematian/target')!
  const described = cell
    .getAttribute('aria-describedby')!
    .split(' ')
    .map(id => document.getElementById(id)?.textContent)
  expect(described.join()).toContain('Rina Hapsari, S.E. sedang mengisi isian ini')
  expect(screen.getAllByText('RH').length).toBeGreaterThan(0)
  expect(await axeFinds(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: /^Rina Hapsari, S.E. di / }))
  expect(went).toEqual(['/counts/kematian/target'])
  act(() => void people.set([rina('')]))
  expect(screen.queryByText(/sedang mengisi (baris|isian) ini/)).toBeNull()
  expect(screen.getByText('Rina Hapsari, S.E.')).toBeTruthy()
})

it('rerenders only the two rows between which a user moves', () => {
  const people = peopleStoreOf()
  const woken: string[] = []
  for (const key of ['at /a/1/x', 'at /a/2/x', 'at /a/3/x', 'row /a/1', 'row /a/3'])
    people.on(key, () => woken.push(key))
  people.set([rina('/a/1/x')])
  woken.length = 0
  expect(people.set([rina('/a/2/x')])).toEqual([])
  expect(woken.toSorted()).toEqual(['at /a/1/x', 'at /a/2/x', 'row /a/1'])
})
