import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import type { BodyOf } from '#sync/apiTypes.ts'
import type { Errors } from '#sync/problems/useChecked.ts'

/** A key before it is issued; null is a date that cannot be parsed yet. */
export interface KeyDraft {
  name: string
  owner: string
  scopes: string[]
  reportTypes: ReportType[]
  region: boolean
  offices: string[]
  expires: string | null
}

/** Any scope that writes to a report needs reading it, since the response is the report. */
const lacksReading = (scopes: readonly string[]): boolean =>
  scopes.some(scope => scope.startsWith('submission.')) && !scopes.includes('submission.read')

export const keyErrors = (key: KeyDraft, today: string): Errors => ({
  name: key.name.trim() ? undefined : 'Tulis nama aplikasinya.',
  owner: key.owner ? undefined : 'Pilih siapa yang bertanggung jawab.',
  scopes:
    key.scopes.length === 0
      ? 'Pilih sedikitnya satu wewenang.'
      : lacksReading(key.scopes)
        ? 'Tambahkan Membaca laporan: tanpa itu wewenang lain atas laporan tidak dapat dipakai.'
        : undefined,
  offices: key.region || key.offices.length > 0 ? undefined : 'Pilih perangkat daerah, atau seluruh daerah.',
  reportTypes: key.reportTypes.length > 0 ? undefined : 'Pilih sedikitnya satu jenis laporan.',
  expires: !key.expires
    ? 'Tulis tanggal berakhirnya, seperti 31-12-2027.'
    : key.expires < today
      ? 'Tanggal ini sudah lewat.'
      : undefined,
})

/** As the API takes it: an empty list means all report types. */
export const keyBody = (key: KeyDraft, all: number): BodyOf<'POST /keys'> => ({
  name: key.name.trim(),
  owner: key.owner,
  scopes: key.scopes,
  reportTypes: key.reportTypes.length === all ? [] : key.reportTypes,
  region: key.region,
  offices: key.region ? [] : key.offices,
  expires: key.expires ?? '',
})
