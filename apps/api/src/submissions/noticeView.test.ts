import type { NoticeRow } from '@sepakat/db'
import { noticeSubject } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { noticeView } from './noticeView.ts'

it('counts what is late over all reports of a notice, not over those that are shown', () => {
  const line = { submission: null, office: 'Dinas', form: 'spm/triwulan', period: '2026-TW1', number: 1, since: null }
  const lines = Array.from({ length: 60 }, (_, n) => ({
    ...{ ...line, obligation: String(n), status: 'draft' as const, due: '2026-04-20' },
  })) as NoticeRow['lines']
  const more = { id: '', at: new Date(), readAt: null, mail: 'none', asked: null } as const
  const { count, late, lines: shown } = noticeView({ ...more, kind: 'reminder', day: '2026-04-21', lines })
  expect([shown.length, noticeSubject('reminder', { count, late })]).toEqual([50, '60 laporan terlambat'])
})
