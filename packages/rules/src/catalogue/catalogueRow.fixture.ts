import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'

/** A catalogue row, valid from 2021 on by default. */
export const catalogueRow = (id: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  id,
  table: 'things',
  code: '',
  codeOfficial: false,
  label: id,
  unit: 'orang',
  direction: null,
  confidence: 'memory',
  from: 2021,
  to: null,
  ...more,
})

export const catalogueWith = (...rows: CatalogueRow[]): Catalogue => ({
  form: 'lkpj/contoh',
  title: 'Contoh',
  legal: 'PP 13/2019',
  groups: [{ id: 'a', label: 'A' }],
  rows,
})
