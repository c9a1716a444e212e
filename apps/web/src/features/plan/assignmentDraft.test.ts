import { expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { type AssignmentDraft, assignmentBody } from './assignmentDraft.ts'
import { yearsText } from './assignmentWords.ts'

const dinkes = '0193a7a0-0000-7000-8000-000000000001'
const draft: AssignmentDraft = {
  applies: true,
  office: dinkes,
  shared: false,
  reason: 'lama',
  note: ' ',
  fromYear: '2027',
  toYear: '',
}
const named = async (more: Partial<AssignmentDraft>) =>
  Object.keys(await wrongFields('POST /assignments', assignmentBody({ ...draft, ...more }, 'spm/triwulan', 'r')))

it.each([
  [{}, []],
  [{ office: '' }, ['office']],
  [{ applies: false, reason: ' ' }, ['reason']],
  [{ applies: false, office: '' }, []],
  [{ fromYear: '27' }, ['fromYear']],
  [{ toYear: '2026' }, ['toYear']],
  [{ toYear: 'x' }, ['toYear']],
])('%o is wrong in %o', async (more, fields) => expect(await named(more)).toEqual(fields))

it('a row not answered here needs a reason and no office; an answered one an office and no reason', () => {
  expect(assignmentBody({ ...draft, applies: false, shared: true }, 'f', 'r')).toEqual({
    form: 'f',
    row: 'r',
    office: null,
    reason: 'lama',
    note: '',
    shared: false,
    fromYear: 2027,
    toYear: null,
  })
  expect(assignmentBody({ ...draft, toYear: '2028' }, 'f', 'r')).toMatchObject({
    office: dinkes,
    reason: null,
    toYear: 2028,
  })
})

it.each([
  [null, null, ''],
  [2026, null, 'sejak 2026'],
  [2026, 2026, '2026'],
  [2026, 2027, '2026 sampai 2027'],
])('years %s to %s read %s', (fromYear, toYear, text) => expect(yearsText({ fromYear, toYear })).toBe(text))
