import {
  type NamedKind,
  namedKinds,
  reader,
  type SearchReach,
  searchEditions,
  searchFigures,
  searchNames,
  searchReports,
} from '@sepakat/db'
import { type FormId, kinds, planSearch, reachOf, reportTypeOf, reportTypes } from '@sepakat/rules'
import { type Context, handlers } from '#http/route.ts'
import { editionView, figureView, nameView, reportView } from './view.ts'

type Asked = Context<'GET /search'>
type Kind = NonNullable<Asked['query']['kind']>

/** A few of each kind, until one is asked for by itself. */
const few = 5
const many = 50
const hasDigit = /\d/

/** Who administers offices and people finds all of them and no report; others find what their reports and figures are of. */
const reachOfSearch = ({ actor, today }: Pick<Asked, 'actor' | 'today'>): SearchReach => {
  const read = reachOf(actor.access, 'submission.read', today) ?? reachOf(actor.access, 'figure.read', today)
  const may = (permission: Parameters<typeof reachOf>[1]) => actor.permissions.has(permission)
  const all = may('office.manage') || may('catalogue.manage')
  return {
    offices: all ? null : (read?.offices ?? (read === null ? [] : null)),
    reportTypes: all ? [...reportTypes] : (read?.reportTypes ?? (read === null ? [] : [...reportTypes])),
    people: may('person.manage'),
  }
}

/** Finds everything with a name that the asker reaches, by words or by code. */
const search = async ({ query: { q, kind }, actor, db, now, today }: Asked) => {
  const tx = reader(db)
  const reach = reachOfSearch({ actor, today })
  const may = actor.permissions
  const shown: Record<Kind, boolean> = {
    office: true,
    person: may.has('person.manage') || may.has('submission.read'),
    report: may.has('submission.read'),
    edition: may.has('figure.read') && actor.region,
    row: true,
    item: may.has('submission.read'),
    figure: may.has('figure.read'),
  }
  const wants = (one: Kind) => shown[one] && (kind === undefined || kind === one)
  const forms = (Object.keys(kinds) as FormId[]).filter(form => reach.reportTypes.includes(reportTypeOf(form)))
  const plan = planSearch(q, forms)
  if (plan.words.length < 2) return { groups: [] }
  const limit = kind === undefined ? few : many
  const period = { year: plan.year, quarter: plan.quarter }
  const [names, reports, editions, figures] = await Promise.all([
    searchNames(tx, {
      kinds: namedKinds.filter(wants),
      words: plan.words,
      code: hasDigit.test(plan.tight) ? plan.tight : '',
      reach,
      limit,
      today,
    }),
    wants('report') ? searchReports(tx, { forms: plan.reports, ...period, reach, limit, now, today }) : [],
    wants('edition') && plan.editions.length > 0
      ? searchEditions(tx, { types: plan.editions, year: plan.year, limit })
      : [],
    wants('figure') ? searchFigures(tx, { figures: plan.figures, ...period, reach, limit, now }) : [],
  ])
  const named = (one: NamedKind) => names.filter(found => found.kind === one).map(nameView)
  const found = [
    { kind: 'office' as const, items: named('office') },
    { kind: 'person' as const, items: named('person') },
    { kind: 'report' as const, items: reports.map(reportView) },
    { kind: 'edition' as const, items: editions.map(editionView) },
    { kind: 'row' as const, items: named('row') },
    { kind: 'item' as const, items: named('item') },
    { kind: 'figure' as const, items: figures.map(figureView) },
  ]
  const groups = found
    .filter(({ items }) => items.length > 0)
    .map(group => ({ ...group, items: group.items.slice(0, limit), more: group.items.length > limit }))
  return { groups }
}

export const searchHandlers = handlers({ 'GET /search': search })
