import type { Scope } from '@sepakat/rules'
import { defineKind } from '@sepakat/rules/form/defineKind.ts'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { renderForm } from '../../fixtures/render.tsx'
import { RowsFrom } from './RowsFrom.tsx'

const { counts } = inventedKind.tables
const kind = defineKind({
  ...inventedKind,
  sources: period => ({
    deal: { form: 'sakip/perjanjian-kinerja', period: period.slice(0, 4) },
    council: { form: 'lkpj/rekomendasi', period: period.slice(0, 4), of: 'region' },
  }),
  tables: {
    counts: { ...counts!, rows: { from: 'source', source: 'deal', table: 'indicators' } },
    each: { ...counts!, rows: { from: 'each', of: 'counts' } },
    advice: { ...counts!, rows: { from: 'source', source: 'council', table: 'recommendations' } },
  },
})
const draw = (table: string, sources: Scope['sources']) =>
  renderForm(openInvented().store, <RowsFrom table={table} />, { kind, scope: inventedScope({ sources }) }).container

it('says from which report the rows come, and links to it', () => {
  const source = { answers: {}, rows: {}, status: 'draft', submission: 'pk' } as const
  expect(draw('each', { deal: source }).textContent).toContain(
    'Barisnya diambil dari Perjanjian Kinerja (Tahun 2026) (masih draf), dan di sana belum ada yang dapat diambil.',
  )
  expect(screen.getByRole('link', { name: 'Buka Perjanjian Kinerja (Tahun 2026)' }).getAttribute('href')).toBe(
    '/laporan/pk',
  )
})

it('links to where it can be created, if it was not yet', () => {
  expect(draw('counts', {}).textContent).toContain('Perjanjian Kinerja (Tahun 2026), yang belum dimulai')
  expect(screen.getByRole('link', { name: 'Mulai dari Beranda' }).getAttribute('href')).toBe('/')
})

it('names what others fill in for the region, without a link', () => {
  expect(draw('advice', {}).textContent).toContain('Di sana belum ada yang ditujukan kepada perangkat daerah Anda.')
  expect(screen.queryByRole('link')).toBeNull()
})
