import type { EditionSectionOutline } from './EditionKind.ts'

/** Why a report of the regency leaves out how much of a form is filled in. */
export const completeness = 'Kelengkapan pengisian bukan capaian kinerja.'

/** A section: number, title, what belongs there, and the tables and charts it has. */
export const section = (
  id: string,
  number: string,
  title: string,
  guide: string,
  { tables = [], charts = [], optional }: { tables?: string[]; charts?: string[]; optional?: true } = {},
): EditionSectionOutline => ({
  id,
  number,
  title,
  guide,
  has: [...tables.map(table => ({ table })), ...charts.map(chart => ({ chart }))],
  ...(optional && { optional }),
})
