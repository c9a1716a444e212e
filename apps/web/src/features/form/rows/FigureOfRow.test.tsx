import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import { lkpjRows, openLkpj } from '../fixtures/openLkpj.tsx'

const { program, activity, first, second } = lkpjRows

it('says with every figure above the lowest level of how many answers it is made', () => {
  const { store, container, evaluate } = openLkpj({ [first]: { before: '100', spent: '50' } })
  const said = (row: string) =>
    [...container.querySelectorAll(`[data-row="${row}"] td small [title]`)].map(one => one.getAttribute('title'))
  const sum = (counted: number, all: number) => `jumlah dari ${counted} isian; ${all} diminta`
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
