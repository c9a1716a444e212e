// The only place where addresses of pages are built.
const search = (query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The DOM id of an obligation's line. */
export const lineId = (obligation: string): string => `laporan-${obligation}`

/** A figure of an office; `row` '' is the whole report. */
export interface FigurePlace {
  office: string
  form: string
  period: string
  code: string
  row: string
}
/** Of an office, or without one of the whole region. */
export type FigureAddress = Omit<FigurePlace, 'office'> & { office?: string }

export const paths = {
  /** `report`: the obligation whose line to scroll to. */
  home: ({ report }: { report?: string } = {}) => (report ? `/#${lineId(report)}` : '/'),
  reports: (filters: Record<string, string | undefined> = {}) => `/laporan${search(filters)}`,
  /** `at` is a pointer or section to open at. */
  form: (id: string, { at }: { at?: string } = {}) => `/laporan/${id}${search({ at })}`,
  /** `receipt`: the receipt of that revision alone. */
  print: (id: string, { revision, receipt }: { revision?: number; receipt?: true } = {}) =>
    `/laporan/${id}/cetak${search({
      kiriman: revision === undefined ? undefined : String(revision),
      bagian: receipt && 'tanda-terima',
    })}`,
  history: (id: string) => `/laporan/${id}/riwayat`,
  queue: (filters: Record<string, string | undefined> = {}) => `/periksa${search(filters)}`,
  /** `revision`: the submission to read; the last by default. */
  review: (id: string, { at, revision }: { at?: string; revision?: number } = {}) =>
    `/periksa/${id}${search({ at, kiriman: revision === undefined ? undefined : String(revision) })}`,
  office: (id: string) => `/perangkat-daerah/${id}`,
  overview: (filters: Record<string, string | undefined> = {}) => `/ringkasan${search(filters)}`,
  /** The figures of a form and period, brought into view on the page of the overview. */
  recap: ({ form, period }: { form: string; period: string }) =>
    `/ringkasan${search({ tahun: period.slice(0, 4), formulir: form, periode: period })}#rekap`,
  dashboards: (filters: Record<string, string | undefined> = {}) => `/dasbor${search(filters)}`,
  /** Where a figure of an office comes from; one of the region is open in its recap. */
  figure: ({ office, form, period, code, row }: FigureAddress) =>
    office
      ? `/ringkasan/angka${search({ opd: office, formulir: form, periode: period, kode: code, baris: row })}`
      : `/ringkasan${search({ tahun: period.slice(0, 4), formulir: form, periode: period, rekap: `${code}/${row}` })}`,
  editions: () => '/laporan-kabupaten',
  edition: (id: string) => `/laporan-kabupaten/${id}`,
  editionSection: (id: string, section: string) => `/laporan-kabupaten/${id}/bagian/${section}`,
  /** `other`: the edition that it is compared with. */
  editionCompare: (id: string, other: string) => `/laporan-kabupaten/${id}/banding${search({ dengan: other })}`,
  editionPaste: (id: string) => `/laporan-kabupaten/${id}/salin`,
  /** `page` is the rest of the address below /pengelolaan, as `orang` or `orang/<id>`. */
  admin: (page = '', filters: Record<string, string | undefined> = {}) =>
    `/pengelolaan${page ? `/${page}` : ''}${search(filters)}`,
  unsent: () => '/belum-terkirim',
  account: () => '/akun',
  notices: () => '/pemberitahuan',
  system: () => '/keadaan',
}
