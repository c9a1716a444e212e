import { expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { type SpanDraft, spanBody, spanUnread, urusanOf } from './spanDraft.ts'

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
it('requires a name and a first day, and no more than twelve urusan', async () => {
  const wrong = (of: SpanDraft) => wrongFields('POST /offices/:id/spans', spanBody(of), spanUnread(of))
  expect(await wrong(span)).toEqual({})
  expect((await wrong({ ...span, name: ' ' })).name).toBeTruthy()
  expect((await wrong({ ...span, from: null })).from).toBeTruthy()
  const many = Array.from({ length: 13 }, (_, n) => `1.${n}`).join()
  expect((await wrong({ ...span, urusan: many })).urusan).toBe('Paling banyak 12 urusan.')
})
