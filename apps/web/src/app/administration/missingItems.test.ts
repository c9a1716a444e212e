import { expect, it } from 'vitest'
import { type Known, missingItems } from './missingItems.ts'

const ids = (known: Known) => missingItems(known).map(lack => lack.id)
const year = { year: 2027, periods: 10, missing: 0 }
const none = { rows: 0, more: false }

it('does not name what is complete or what was not read', () => {
  expect(ids({})).toEqual([])
  expect(
    ids({
      whatsapp: '+62812',
      neverSignedIn: { shown: 0, more: false },
      withoutPost: { shown: 0, more: false },
      years: [{ ...year, unowned: none, double: none, added: 0, outside: 0 }],
      unverified: 0,
      approvers: 1,
    }),
  ).toEqual([])
})

it('names first what blocks users', () =>
  expect(
    ids({
      whatsapp: '',
      neverSignedIn: { shown: 3, more: false },
      withoutPost: { shown: 1, more: false },
      years: [
        {
          ...year,
          missing: 2,
          unowned: { rows: 3, more: false },
          double: { rows: 1, more: false },
          added: 4,
          outside: 2,
        },
      ],
      unverified: 328,
      approvers: 0,
      proposed: 1,
    }),
  ).toEqual([
    'contact',
    'periods 2027',
    'unowned 2027',
    'double 2027',
    'outside 2027',
    'obligations 2027',
    'approver',
    'never-signed-in',
    'without-post',
    'proposed',
    'unverified',
  ]))

it('asks for periods first in a year without any', () => {
  const [lack, ...others] = missingItems({
    years: [{ ...year, periods: 0, missing: 10, unowned: { rows: 9, more: false } }],
  })
  expect(lack?.words).toBe('Tahun 2027 belum punya periode')
  expect(others).toEqual([])
})

it('says when there are more than were read', () =>
  expect(missingItems({ neverSignedIn: { shown: 200, more: true } })[0]?.words).toBe(
    'Lebih dari 200 orang belum pernah masuk',
  ))
