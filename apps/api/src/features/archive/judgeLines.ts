import {
  defaultSettings,
  loadRows,
  newestVersion,
  publishedForm,
  type Queryable,
  rulesOfYear,
  submissionsOf,
} from '@sepakat/db'
import {
  archivePlaces,
  assemble,
  buildForm,
  type FormId,
  kinds,
  type PeriodKey,
  type PlaceFinder,
  periodYear,
  placeFinder,
} from '@sepakat/rules'
import type { Asker } from '#submissions/asker.ts'
import {
  type ArchiveLine,
  type ArchiveReport,
  type JudgedLine,
  type JudgedReport,
  judgeLine,
  wrong,
} from './judgeLine.ts'
import { type ArchiveTarget, targetReader } from './targetReader.ts'

/** What finds the cells of a form by its catalogue in the year of a period; null where it was never published. */
const placesOf = async (tx: Queryable, form: FormId, period: PeriodKey): Promise<PlaceFinder | null> => {
  const kind = kinds[form]
  const version = await newestVersion(tx, form)
  const published = version === null ? null : await publishedForm(tx, form, version)
  if (!kind || !published) return null
  const { plan } = defaultSettings
  const scope = { office: { id: '', name: '' }, period, rows: '*', plan, sources: {} } as const
  const rules = await rulesOfYear(tx, periodYear(period))
  return placeFinder(archivePlaces(buildForm(kind, published.catalogue, rules, scope)))
}

/** Judges every line of a spreadsheet: what it would change, or what is wrong with it. Writes nothing. */
export const judgeLines = async (
  tx: Queryable,
  lines: ArchiveLine[],
  asker: Asker,
): Promise<{ lines: JudgedLine[]; reports: ArchiveReport[] }> => {
  const read = await targetReader(tx, asker)
  const reports = new Map<string, JudgedReport>()
  const judged: JudgedLine[] = []
  for (const [at, line] of lines.entries()) {
    const target = read(line)
    if ('fault' in target) judged.push(wrong(line, target.fault))
    else {
      const key = `${target.office.id} ${target.kind.form} ${target.period}`
      const report = reports.get(key) ?? (await loadReport(tx, target, reports))
      reports.set(key, report)
      judged.push(judgeLine(report, line, at))
    }
  }
  return { lines: judged, reports: [...reports.values()].filter(({ cells }) => cells.length > 0) }
}

const loadReport = async (
  tx: Queryable,
  target: ArchiveTarget,
  others: Map<string, JudgedReport>,
): Promise<JudgedReport> => {
  const { office, kind, period } = target
  const same = [...others.values()].find(one => one.kind === kind && one.period === period)
  const there = await submissionsOf(tx, office.id, kind.form, period)
  const submission = there.find(({ archive }) => archive)?.id ?? null
  return {
    ...target,
    submission,
    cells: [],
    find: same ? same.find : await placesOf(tx, kind.form, period),
    own: there.some(({ archive }) => !archive),
    answers: submission === null ? {} : assemble(await loadRows(tx, submission), kind),
    seen: new Map(),
  }
}
