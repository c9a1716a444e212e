import type { Anchor, Answers, Catalogue, Figure, Form, Kind, RowId, RuleSet, Scope, Section } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { filledSections } from '@sepakat/rules/form/filledSections.ts'
import { sectionsWithin } from '@sepakat/rules/form/sectionsWithin.ts'
import { type FormNames, formNames, type StepsAt } from '@sepakat/rules/names/formNames.ts'
import { stepsOfRow } from '@sepakat/rules/names/stepsOfRow.ts'
import { periodYear } from '@sepakat/rules/periods/period.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { withFigures } from '@sepakat/rules/sheet/withFigures.ts'
import { formStoreOf } from '#sheet/answers/formStore.ts'
import { isDraftPreview } from '#sheet/answers/matchesDraft.ts'
import { type Earlier, earlierOf } from '#sheet/earlier.ts'
import type { DerivationNames } from '#submissions/Derivation.tsx'
import { sourceLinks, type Taken } from '#submissions/sourceLink.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { openOutboxStore } from '#sync/outbox/openOutboxStore.ts'
import type { OutboxDeps } from '#sync/outbox/outbox.ts'
import type { OutboxStore } from '#sync/outbox/pending.ts'
import { savingTo } from '#sync/outbox/savingTo.ts'
import { isFromCache } from '#sync/transport/knownAnswers.ts'
import { type RowPath, rowPaths } from './model/rowPaths.ts'
import { type ViewStore, viewStoreOf } from './model/viewStore.ts'

export interface Opening {
  kind: Kind
  catalogue: Catalogue
  rules: RuleSet
  scope: Scope
  answers: ResponseOf<'GET /submissions/:id/answers'>
  person: string
  submission: string
  /** A contributor's part; null: the whole form. */
  part: Anchor[] | null
  /** Where the user was in it, if it was open before. */
  view?: ViewStore | undefined
  /** Where its unsent changes are stored and sent; this device and the API by default. */
  disk?: OutboxStore
  send?: OutboxDeps['send']
}

/** Builds the form and everything derived from it, over the API and this device. */
export function openStore({
  kind,
  catalogue,
  rules,
  scope,
  answers,
  person,
  submission,
  part,
  view: before,
  disk = openOutboxStore(person, submission),
  send = savingTo(submission),
}: Opening) {
  let now = { rules, scope }
  const formOf = () => {
    const whole = buildForm(kind, catalogue, now.rules, now.scope)
    if (part === null) return whole
    const rows = rootRows(whole, sectionsOf(whole, answers.answers, part))
    return buildForm(kind, catalogue, now.rules, { ...now.scope, rows })
  }
  const store = formStoreOf({
    form: formOf(),
    answers: answers.answers,
    revs: answers.revs ?? {},
    removed: answers.removed ?? {},
    version: answers.version,
    // reopened, it starts with the answers of the first opening: what was saved since is fetched at once
    behind: isFromCache(answers) || before !== undefined,
    ahead: isDraftPreview(answers),
    part,
    disk,
    send,
  })
  const view = before ?? viewStoreOf(store.sections()[0]?.id ?? '')
  const paths = bySections(store.sections, rowPaths)
  const stepsAt: StepsAt = row => stepsOfRow(row, store.cell(cellAt(row, 'scale')), { ...now, catalogue })
  const names = bySections(store.sections, sections => ({
    ...withFigures(formNames(sections, kind, now.scope, stepsAt), kind, () => store.evaluated().figures),
    linkTo: (at: string) =>
      sourceLinks(kind, now.scope.period, now.scope.sources as Readonly<Record<string, Taken>>)(at),
  }))
  return {
    store,
    view,
    paths: paths as () => Map<string, RowPath>,
    names: names as () => FormNames & DerivationNames,
    /** Takes new data of other reports. Returns whether it could; where rows were added or removed the form has to be reopened. */
    renew(next: Pick<Opening, 'rules' | 'scope'>): boolean {
      const before = now
      now = next
      if (store.takeForm(formOf())) return true
      now = before
      return false
    },
  }
}

/** The same form's answers and figures in the previous period. */
export function earlierIn(of: Pick<Opening, 'kind' | 'catalogue' | 'rules' | 'scope'>) {
  const earlier = earlierOf(of.kind, of.scope)
  return { earlier, earlierFigures: figuresOf(earlier, of) }
}

const sectionsOf = (form: Form, answers: Answers, part: Anchor[]): Section[] =>
  sectionsWithin(filledSections(form, answers), part)

/** The catalogue rows at the root of these sections. */
const rootRows = ({ kind }: Form, sections: Section[]): RowId[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ table, rows }) =>
      kind.tables[table]?.rows.from === 'catalogue' ? rows.map(({ id }) => id) : [],
    ),
  )

/** Computed once for each arrangement of rows. */
function bySections<S, T>(sections: () => S, compute: (sections: S) => T): () => T {
  let known: { of: S; value: T } | undefined
  return () => {
    const of = sections()
    if (known?.of !== of) known = { of, value: compute(of) }
    return known.value
  }
}

/** Figures of the earlier period, computed the same way; not across years, where rules and targets start over. */
function figuresOf(
  earlier: Earlier | null,
  { kind, catalogue, rules, scope }: Pick<Opening, 'kind' | 'catalogue' | 'rules' | 'scope'>,
): ReadonlyMap<string, Figure> {
  if (!earlier || periodYear(earlier.period) !== periodYear(scope.period)) return new Map()
  const { [earlier.source]: _, ...sources } = scope.sources
  const then = buildForm(kind, catalogue, rules, { ...scope, period: earlier.period, sources })
  return new Map(then.evaluate(earlier.answers).figures.map(figure => [`${figure.code}/${figure.row}`, figure]))
}
