import { reportTypes } from '@sepakat/rules/reportTypes.ts'

export const reportTypeChoices = reportTypes.map(type => ({ value: type, label: type.toUpperCase() }))

/** `SPM, SAKIP`; none or all four: `Semua jenis laporan`. */
export const reportTypesText = (types: readonly string[]): string =>
  types.length === 0 || types.length === reportTypes.length
    ? 'Semua jenis laporan'
    : types.map(type => type.toUpperCase()).join(', ')
