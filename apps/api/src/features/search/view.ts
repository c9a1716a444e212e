import type { FoundEdition, FoundFigure, FoundName, FoundReport } from '@sepakat/db'
import {
  editionKinds,
  editionName,
  type FormId,
  formTitle,
  kinds,
  periodTitle,
  reportTypeOf,
  titleOfPost,
} from '@sepakat/rules'

const nothing = {
  detail: '',
  code: '',
  office: null,
  form: null,
  period: null,
  submission: null,
  reportStatus: null,
  at: null,
  row: null,
}
const joined = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join(' · ')
const formOf = (form: FormId): string => `${reportTypeOf(form).toUpperCase()} ${formTitle(form)}`

const tableTitle = ({ form, table }: FoundName): string => kinds[form]?.tables[table]?.title ?? ''

export const nameView = (found: FoundName) => {
  const { kind, key, owner, form, table, row, title, code, office, otherNames, submission, period } = found
  const shortName = found.shortName === office ? '' : found.shortName
  if (kind === 'office')
    return {
      ...nothing,
      key,
      title: office,
      office: owner,
      detail: joined(shortName, otherNames && `juga ${otherNames}`),
    }
  if (kind === 'person') {
    const post = found.post && titleOfPost(found.post)
    return { ...nothing, key, title, code, office: office ? owner : null, detail: joined(post, shortName || office) }
  }
  const where = { ...nothing, key, title, code, form, submission, reportStatus: found.status, at: `/${table}/${row}` }
  if (kind === 'row') return { ...where, row, period, detail: joined(formOf(form), tableTitle(found)) }
  const words = [shortName || office, tableTitle(found), period && periodTitle(period)]
  return { ...where, office: owner, period, detail: joined(...words) }
}

export const reportView = ({ id, submission, office, name, shortName, form, period, status }: FoundReport) => ({
  ...nothing,
  key: id,
  title: `${formOf(form)}, ${periodTitle(period)}`,
  detail: shortName && shortName !== name ? `${name} · ${shortName}` : name,
  office,
  form,
  period,
  submission,
  reportStatus: status,
})

export const editionView = ({ id, type, period, version }: FoundEdition) => ({
  ...nothing,
  key: id,
  title: editionName(editionKinds[type], period),
  detail: `Laporan kabupaten, versi ${version}`,
  period,
})

export const figureView = ({ form, code, row, rowLabel, rowCode, table, period, submission }: FoundFigure) => ({
  ...nothing,
  key: `${form} ${code} ${row}`,
  title: joined(kinds[form]?.figures[code]?.label ?? code, rowLabel),
  detail: joined(formOf(form), periodTitle(period)),
  code: rowCode,
  form,
  period,
  submission,
  at: row ? `/${table}/${row}` : null,
  row,
})
