import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import { lkpjRows, openLkpj } from '../fixtures/openLkpj.tsx'
import { WholeFigures } from './WholeFigures.tsx'

const { program, activity, first, second } = lkpjRows

const sum = (counted: number, all: number) => `jumlah dari ${counted} isian; ${all} diminta`

it('says with every figure above the lowest level of how many answers it is made', () => {
  const { store, container, evaluate } = openLkpj({ [first]: { before: '100', spent: '50' } })
  const said = (row: string) =>
    [...container.querySelectorAll(`[data-row="${row}"] td small [title]`)].map(one => one.getAttribute('title'))
  expect(said(`/activities/${activity}`)).toEqual([sum(1, 2), sum(1, 2), sum(1, 2), 'dihitung dari 1 isian; 2 diminta'])
  expect(said(`/programs/${program}`)).toEqual([sum(1, 3), sum(1, 3), sum(1, 3), 'dihitung dari 1 isian; 3 diminta'])
  expect(said(`/subactivities/${first}`)).toEqual([])
  act(() => store.set(`/subactivities/${second}/after`, '0'))
  act(() => store.set(`/subactivities/${second}/spent`, '0'))
  evaluate()
  expect(said(`/activities/${activity}`)).toEqual([sum(1, 2), sum(2, 2), sum(2, 2)])
  expect(said(`/programs/${program}`)[1]).toBe(sum(2, 3))
  store.stop()
})

it('says so of the figures of the whole report too', () => {
  const { store, container } = openLkpj({ [first]: { before: '100', spent: '50' } }, <WholeFigures />)
  const said = [...container.querySelectorAll('small [title]')].map(one => one.getAttribute('title'))
  expect(said).toEqual([sum(1, 4), sum(1, 4), sum(1, 4), 'dihitung dari 1 isian; 4 diminta'])
  store.stop()
})
