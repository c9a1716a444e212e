import { type Answers, type Catalogue, type CatalogueRow, rowsOf } from '@sepakat/rules'

export type Quarter = 1 | 2 | 3 | 4
/** Share of the year's target that is reached at the end of each quarter, in per cent. */
const reached = { 1: 21, 2: 46, 3: 71, 4: 96 } as const

const share = (whole: number, percent: number): string => String(Math.floor((whole * percent) / 100))

/** Goods and services grow over the year; staff, procedures and documents are a state at the end of the quarter. */
const quality = (row: CatalogueRow, due: number, quarter: Quarter, n: number): Record<string, string> => {
  const required = row.attrs?.measure === 'stock' ? 20 + (n % 5) * 4 : due
  const percent = row.attrs?.measure === 'stock' ? 90 : reached[quarter]
  const unit: Record<string, string> = row.unit === null ? { unit: 'buah' } : {}
  return { required: String(required), met: share(required, percent), ...unit }
}

/** A whole quarter of SPM for some services: nothing blocks it, nothing asks for a reason, no disaster is nil. */
export const spmAnswers = (catalogue: Catalogue, services: string[], year: number, quarter: Quarter): Answers => {
  const rows = rowsOf(catalogue, year)
  const due = new Map(services.map((id, n) => [id, 1200 + n * 340]))
  const children = rows.filter(r => r.parent !== undefined && due.has(r.parent))
  const each = <T>(make: (id: string, n: number) => T): Record<string, T> =>
    Object.fromEntries(services.map((id, n) => [id, make(id, n)]))
  const item = (n: number, kind: string): string => `0199f5a0-${kind}-7000-8000-${String(n).padStart(12, '0')}`
  return {
    recipients: each(id => ({ due: String(due.get(id)), served: share(due.get(id)!, reached[quarter]) })),
    quality: Object.fromEntries(children.map((r, n) => [r.id, quality(r, due.get(r.parent!)!, quarter, n)])),
    budget: Object.fromEntries(
      services.map((id, n) => [
        item(n, '0001'),
        {
          $parent: id,
          $position: 'a0',
          fund: 'apbd',
          before: String(150_000_000 + n * 12_500_000),
          spent: share(150_000_000 + n * 12_500_000, reached[quarter]),
        },
      ]),
    ),
    staff: Object.fromEntries(
      services.map((id, n) => [
        item(n, '0002'),
        { $parent: id, $position: 'a0', job: 'Tenaga pelaksana', count: String(6 + n) },
      ]),
    ),
    problems: Object.fromEntries(
      services.map((id, n) => [
        item(n, '0003'),
        {
          $parent: id,
          $position: 'a0',
          problem: 'Sebagian sasaran tinggal di wilayah yang hanya terjangkau perahu.',
          remedy: 'Pelayanan keliling dijadwalkan bersama pemerintah kecamatan.',
        },
      ]),
    ),
    actions: each(() => ({ state: 'nil' })),
    stages: each(() => ({ collection: 'selesai', needs: 'selesai', plan: 'selesai', delivery: 'sebagian' })),
  }
}
