import { describe, expect, it } from 'vitest'
import { responsibleFor } from './responsibleFor.ts'
import type { NoticePost } from './types.ts'

const post = (name: string, over: Partial<NoticePost>): NoticePost => ({
  ...{ id: `post of ${name}`, person: name, name, role: 'operator', title: '', acting: null },
  ...{ reportTypes: [], region: false, offices: [], ...over },
})
const posts = [
  post('Operator dinas', { offices: ['dinas'] }),
  post('Operator SAKIP dinas', { offices: ['dinas'], reportTypes: ['sakip'] }),
  post('Operator UPTD', { offices: ['uptd'] }),
  post('Kepala dinas', { role: 'head', offices: ['dinas'] }),
  post('Verifikator', { role: 'verifier', region: true }),
]
const told = (officePath: string[], status: 'draft' | 'signing' = 'draft', among = posts) =>
  responsibleFor({ officePath, reportType: 'spm', status }, among).map(({ name }) => name)

describe('those who answer for a report', () => {
  it('are the operators of its office with its report type', () => {
    expect(told(['uptd', 'dinas'])).toEqual(['Operator UPTD'])
    expect(told(['dinas'])).toEqual(['Operator dinas'])
  })

  it('are those of the nearest office above where the office has none', () => {
    expect(told(['puskesmas', 'dinas'])).toEqual(['Operator dinas'])
    expect(told(['badan'])).toEqual([])
    expect(told(['badan'], 'draft', [...posts, post('Daerah', { region: true })])).toEqual(['Daerah'])
  })

  it('are its head too while it waits for a signature, each person once', () => {
    expect(told(['dinas'], 'signing')).toEqual(['Kepala dinas', 'Operator dinas'])
    const both = [...posts, post('Kepala dinas', { id: 'other', offices: ['dinas'] })]
    expect(told(['dinas'], 'signing', both)).toEqual(['Kepala dinas', 'Operator dinas'])
  })
})
