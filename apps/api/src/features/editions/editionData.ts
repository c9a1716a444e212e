import {
  loadRecap,
  memory,
  newestVersion,
  type OwedOfEdition,
  owedOfEdition,
  publishedForm,
  type Queryable,
  readEditionReports,
  readSettings,
  stateOfEdition,
} from '@sepakat/db'
import {
  type EditionData,
  type EditionForm,
  type EditionKind,
  type EditionReport,
  type FormId,
  kinds,
  type PeriodKey,
  previousPeriod,
  recapOf,
} from '@sepakat/rules'

interface Read {
  form: FormId
  period: PeriodKey
}
/** By type and period: as it was last read, with what it follows from. */
const known = memory<{ state: string; data: EditionData }>(4)

/**
 * What an edition is made from, at one moment: inside a `snapshot`. Read again only where something that it follows from is other
 * than at the last time; which that is, is read each time.
 */
export const editionData = async (tx: Queryable, kind: EditionKind, period: PeriodKey): Promise<EditionData> => {
  const reads = kind.reads(period)
  const earlier = kind.reads(previousPeriod(period))
  const forms = [...new Set([...reads, ...earlier].map(({ form }) => form))]
  const [owed, rest, { region }] = await Promise.all([
    owedOfEdition(tx, [...reads, ...earlier]),
    stateOfEdition(tx, forms),
    readSettings(tx),
  ])
  const state = JSON.stringify([region, rest, owed])
  const key = `${kind.type} ${period}`
  const kept = known.get(key)
  if (kept?.state === state) return kept.data
  const frozenOf = await readEditionReports(
    tx,
    owed.flatMap(({ revision }) => revision ?? []),
  )
  const read = async (all: readonly Read[]): Promise<EditionForm[]> => {
    const found: EditionForm[] = []
    for (const one of all) {
      const form = await readForm(tx, one, owed, frozenOf)
      if (form) found.push(form)
    }
    return found
  }
  const data = { region: region.name, zone: region.zone, period, forms: await read(reads), before: await read(earlier) }
  return known.set(key, { state, data }).data
}

type FrozenOf = Awaited<ReturnType<typeof readEditionReports>>

/** Null where the form was never published. */
async function readForm(
  tx: Queryable,
  { form, period }: Read,
  owed: readonly OwedOfEdition[],
  frozenOf: FrozenOf,
): Promise<EditionForm | null> {
  const kind = kinds[form]
  const version = await newestVersion(tx, form)
  const published = version === null ? null : await publishedForm(tx, form, version)
  if (!kind || !published) return null
  const loaded = kind.consolidate ? await loadRecap(tx, { form, period, provisional: false }) : null
  const labels = Object.entries(kind.figures).map(([code, { label }]) => [code, label])
  return {
    form,
    period,
    title: kind.title,
    recap: loaded && recapOf(kind, { ...loaded, period, otherRules: loaded.otherRules.length > 0 }),
    catalogue: published.catalogue,
    names: loaded?.names ?? { rows: new Map(), figures: Object.fromEntries(labels) },
    reports: owed.filter(one => one.form === form && one.period === period).map(one => reportOf(one, frozenOf)),
  }
}

const reportOf = (
  { officeId: id, name, shortName, status, submission, dueAt, revision }: OwedOfEdition,
  frozenOf: FrozenOf,
): EditionReport => ({
  office: { id, name, shortName },
  status,
  dueAt: dueAt.toISOString(),
  submission: revision?.submission ?? submission,
  revision: revision && {
    n: revision.n,
    sha256: revision.sha256,
    at: new Date(revision.at).toISOString(),
    ...frozenOf(revision),
  },
})
