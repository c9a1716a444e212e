// No person reads the id of a row, a field, a choice or a scale: of each kind a report is filled, evaluated, printed and exported,
// once with sensible answers, once with odd ones and once empty, and every word of it is looked at.
import { readFileSync } from 'node:fs'
import {
  type Answers,
  buildForm,
  type Catalogue,
  type Cell,
  type Field,
  type FormId,
  frozenSections,
  type Kind,
  periodTitle,
  type Scope,
  type Source,
} from '@sepakat/rules'
import { catalogueFiles } from '@sepakat/rules/kinds/catalogueFiles.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { formNames } from '@sepakat/rules/names/formNames.ts'
import { stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { describe, expect, it } from 'vitest'
import { answerData, figureData } from './export/reportData.ts'
import type { Piece } from './paper/paper.ts'
import { reportPaper } from './paper/reportPaper.ts'

const catalogueOf = (form: FormId): Catalogue => {
  const file = catalogueFiles[form]
  if (!file) return { form, title: '', legal: '', groups: [], rows: [] }
  return JSON.parse(readFileSync(new URL(file, import.meta.resolve('@sepakat/rules/kinds/index.ts')), 'utf8'))
}

type Mood = 'sensible' | 'odd' | 'empty'
interface Filled {
  kind: Kind
  catalogue: Catalogue
  scope: Scope
  answers: Answers
  form: ReturnType<typeof buildForm>
}

const periodOf = (kind: Kind) => (kind.period === 'year' ? '2026' : '2026-TW4')
const offices = [{ id: 'k7q2-dinas', label: 'Dinas Sosial' }]

function sampleOf(spec: Field, n: number, mood: Mood, rowsOf: (table: string) => string[]): Cell | null {
  switch (spec.type) {
    case 'number':
      return mood === 'odd' ? (n % 3 ? '-7' : { asTyped: 'dua' }) : String(n + 2)
    case 'measure':
      return mood === 'odd' ? 'WTP' : String(n + 2)
    case 'choice':
      return spec.options[n % spec.options.length]!.id
    case 'boolean':
      return n % 2 === 0
    case 'date':
      return '2026-02-03'
    case 'ref':
      return rowsOf(spec.to)[0] ?? null
    case 'office':
      return offices[0]!.id
    case 'text':
    case 'prose':
      return 'Kalimat'
  }
}

/** Two rows of each way to compute, with what is below them. */
function fewOf({ rows }: Catalogue): Scope['rows'] {
  const roots = rows.filter(({ parent }) => parent === undefined)
  if (roots.length < 20) return '*'
  return [...Map.groupBy(roots, ({ formula }) => formula?.kind).values()].flatMap(some =>
    some.slice(0, 2).map(({ id }) => id),
  )
}

/** A report of this kind, its sources filled before it. */
function fill(kind: Kind, mood: Mood, deep = 0): Filled {
  const catalogue = catalogueOf(kind.form)
  const period = periodOf(kind)
  const sources: Scope['sources'] = {}
  for (const [name, { form }] of Object.entries(kind.sources(period))) {
    const from = kinds[form]
    if (from && deep < 3 && mood !== 'empty') sources[name] = sourceOf(fill(from, mood, deep + 1))
  }
  const scope: Scope = {
    office: { id: offices[0]!.id, name: offices[0]!.label },
    period,
    rows: fewOf(catalogue),
    plan: { from: 2025, to: 2030 },
    sources,
    offices,
  }
  const form = buildForm(kind, catalogue, defaultRuleSet, scope)
  const answers: Answers = {}
  if (mood === 'empty') return { kind, catalogue, scope, answers, form }
  for (const [table, { rows, fields, uses }] of Object.entries(kind.tables)) {
    const idsOf = (of: string) => (form.rows(answers)[of] ?? []).map(({ id }) => id)
    const cells: Answers[string] = {}
    if (rows.from === 'items') {
      const parents = rows.of === undefined ? [null] : [rows.of].flat().flatMap(of => idsOf(of).slice(0, 2))
      for (const [n, parent] of parents.entries())
        cells[`z9x-${table.toLowerCase()}-${n}`] = { ...(parent && { $parent: parent }), $position: `a${n}` }
      answers[table] = cells
    }
    for (const [n, id] of idsOf(table).entries()) {
      const known = catalogue.rows.find(row => row.id === id)
      const used = known && uses ? uses(known) : Object.keys(fields)
      const own = Object.fromEntries(
        used.flatMap(field => {
          const spec = fields[field]
          const cell = spec && (field === 'scale' ? 'opini-bpk' : sampleOf(spec, n, mood, idsOf))
          return cell === undefined || cell === null ? [] : [[field, cell]]
        }),
      )
      cells[id] = { ...cells[id], ...own }
    }
    answers[table] = cells
  }
  return { kind, catalogue, scope, answers, form }
}

const sourceOf = ({ form, answers }: Filled): Source => ({
  answers,
  rows: form.rows(answers),
  status: 'approved',
  figures: form.evaluate(answers).figures,
})

const textsOf = (pieces: Piece[]): string[] =>
  pieces.flatMap(piece => {
    const said = (words: { text: string }[]) => words.map(({ text }) => text).join('')
    if (piece.kind === 'list') return piece.items.map(said)
    if (piece.kind === 'answers') return piece.rows.flatMap(row => [said(row.name), ...textsOf(row.value)])
    if (piece.kind !== 'grid') return [said(piece.words)]
    const cells = piece.lines.flatMap(line =>
      'below' in line ? textsOf(line.below) : line.cells.flatMap(cell => textsOf(cell.pieces)),
    )
    return [...piece.columns.map(({ title }) => title), ...cells]
  })

/** Everything people read of a report: on paper, in files, beside its cells, and in how its figures came about. */
function wordsOf({ kind, catalogue, scope, answers, form }: Filled): string[] {
  const { figures, findings, review } = form.evaluate(answers)
  const sections = frozenSections(form, answers)
  const stepsAt = stepsIn(answers, { scope, rules: defaultRuleSet, catalogue })
  const names = formNames(sections, kind, scope, stepsAt)
  const statuses = Object.fromEntries(Object.entries(scope.sources).map(([name, { status }]) => [name, { status }]))
  const paper = reportPaper({
    kind,
    scope,
    stepsAt,
    body: { sections, figures, attachments: [], sources: statuses },
    letterhead: { region: 'Kabupaten', office: 'Dinas Sosial', address: '' },
    title: kind.title,
    period: periodTitle(scope.period),
    standing: 'kiriman ke-1',
    place: 'Nunukan',
    day: '2026-07-05',
    signer: { title: 'Kepala', name: null, nip: null },
    sha256: '',
    facts: {},
    technical: {},
  })
  return [
    ...textsOf(paper.pieces),
    ...answerData(kind, names, sections).flatMap(({ section, row, field, text }) => [section, row, field, text]),
    ...figureData(names, figures).flatMap(({ label, rowLabel, formula, lacks, band }) => [
      label,
      rowLabel,
      formula,
      lacks ?? '',
      band?.label ?? '',
    ]),
    ...figures.flatMap(({ derivation }) => [...derivation.inputs, ...derivation.left].map(({ at }) => names.input(at))),
    ...[...findings, ...(review ?? [])].flatMap(({ message, at }) => [message, names.anchor(at)]),
  ]
}

const all = Object.values(kinds)

/** Ids that are no word of a label or a text of any form. */
function idsOf({ kind, catalogue, answers, scope }: Filled): Set<string> {
  const ids = [
    ...Object.keys(defaultRuleSet.ordinals),
    ...Object.keys(kind.figures),
    ...Object.keys(scope.sources),
    ...[kind.tables, ...all.map(({ tables }) => tables)].flatMap(tables =>
      Object.entries(tables).flatMap(([table, { fields }]) => [
        table,
        ...Object.entries(fields).flatMap(([field, spec]) => [
          field,
          ...(spec.type === 'choice' ? spec.options.map(({ id }) => id) : []),
        ]),
      ]),
    ),
    ...catalogue.rows.map(({ id }) => id),
    ...Object.values({ ...answers, ...Object.assign({}, ...Object.values(scope.sources).map(s => s.answers)) }).flatMap(
      table => Object.keys(table as object),
    ),
  ]
  const labels = [
    ...JSON.stringify(all.map(({ tables, figures, title }) => [title, labelsIn(tables), labelsIn(figures)])).split(
      /[^\w.-]+/,
    ),
    ...catalogue.rows.flatMap(({ label, code, formula, help }) =>
      `${code} ${label} ${help} ${JSON.stringify(formula?.inputs ?? {})}`.split(/[^\w.-]+/),
    ),
    ...['all', 'source', 'status'],
  ].map(word => word.toLowerCase())
  const known = new Set(labels)
  return new Set(ids.filter(id => id.length > 2 && !known.has(id.toLowerCase())))
}

/** Texts under any key, but no keys and no ids. */
const labelsIn = (value: unknown, key = ''): string[] =>
  typeof value === 'string'
    ? key === 'id' || key === 'type' || key === 'from' || key === 'of' || key === 'to'
      ? []
      : [value]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, one]) => labelsIn(one, Array.isArray(value) ? key : name))
      : []

describe.each(all)('$form', kind => {
  it.each<Mood>(['sensible', 'odd', 'empty'])('says no id in a report with %s answers', mood => {
    const filled = fill(kind, mood)
    const ids = idsOf(filled)
    const texts = wordsOf(filled)
    expect(texts.length).toBeGreaterThan(0)
    const raw = texts.filter(text => text.split(/[^\w.-]+/).some(word => ids.has(word.replace(/\.$/, ''))))
    expect([...new Set(raw)]).toEqual([])
  })
})
