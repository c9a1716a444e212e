import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import type { Errors } from '#administration/useContractForm.ts'
import type { BodyOf } from '#sync/apiTypes.ts'

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

/** Beyond the contract: none chosen is not what it calls all of them, and what is over already is not asked for. */
export const keyUnread = (key: KeyDraft, today: string): Errors => ({
  reportTypes: key.reportTypes.length > 0 ? undefined : 'Pilih sedikitnya satu jenis laporan.',
  expires: !key.expires
    ? 'Tulis tanggal berakhirnya, seperti 31-12-2027.'
    : key.expires < today
      ? 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.'
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
