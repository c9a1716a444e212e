import { expect, it } from 'vitest'
import { byOffice, countsText, shownPlanned } from './planned.ts'
import type { Planned } from './queries.ts'

const planned = (office: string, form: string, period: string, state: Planned['state'] = 'new') =>
  ({ office: { id: office, name: `Dinas ${office}` }, form, period, state }) as Planned
const items = [
  planned('Sosial', 'b', '2027-TW2'),
  planned('Sosial', 'b', '2027-TW1', 'exists'),
  planned('Kesehatan', 'b', '2027-TW1', 'orphan'),
  planned('Sosial', 'a', '2027'),
]

it('groups by office in order, and within one by form and period', () =>
  expect(
    byOffice(items).map(group => [group.office.id, ...group.items.map(item => `${item.form} ${item.period}`)]),
  ).toEqual([
    ['Kesehatan', 'b 2027-TW1'],
    ['Sosial', 'a 2027', 'b 2027-TW1', 'b 2027-TW2'],
  ]))

it.each([
  [{ q: 'dinas SOS' }, 3],
  [{ form: 'a' }, 1],
  [{ state: 'orphan' }, 1],
  [{ q: 'sosial', state: 'orphan' }, 0],
  [{}, 4],
])('%o leaves %d', (wish, n) => expect(shownPlanned(items, { q: '', form: '', state: '', ...wish })).toHaveLength(n))

it('counts in words', () => expect(countsText(items)).toBe('2 akan dibuat, 1 sudah ada, 1 tidak diminta lagi'))
