import { expect, it } from 'vitest'
import { spanBody, spanErrors, urusanOf } from './spanDraft.ts'

const span = { name: 'Dinas', shortName: '', parent: '', urusan: '1.02, 2.08;1.02', from: '2027-01-01' }

it('urusan are typed with commas and deduplicated', () => expect(urusanOf(span.urusan)).toEqual(['1.02', '2.08']))
it('no parent is sent as null', () =>
  expect(spanBody(span)).toEqual({
    name: 'Dinas',
    shortName: '',
    parent: null,
    urusan: ['1.02', '2.08'],
    from: '2027-01-01',
  }))
it('requires a name and a first day', () => {
  expect(Object.values(spanErrors(span)).filter(Boolean)).toEqual([])
  expect(spanErrors({ ...span, name: ' ' }).name).toBeTruthy()
  expect(spanErrors({ ...span, from: null }).from).toBeTruthy()
})
