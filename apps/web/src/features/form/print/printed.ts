// What is put on paper: a revision as it was frozen, or a draft in the same form.
import type { Answers, Block, Cell, Evaluation, Figure, Finding, Form, Row, Section } from '@sepakat/rules'
import { filledSections } from '@sepakat/rules/form/filledSections.ts'

export interface PrintedRow
  extends Pick<Row, 'table' | 'id' | 'label' | 'code' | 'unit' | 'direction' | 'warning' | 'confidence' | 'fields'> {
  values: Record<string, Cell>
  blocks: PrintedBlock[]
}
export interface PrintedBlock extends Pick<Block, 'table' | 'title' | 'layout' | 'under'> {
  rows: PrintedRow[]
  /** Of a list: what was declared of it as a whole. */
  head?: Record<string, Cell>
}
export interface PrintedSection extends Pick<Section, 'id' | 'title' | 'group'> {
  blocks: PrintedBlock[]
}
export interface PrintedFile {
  id: string
  anchor: string
  title: string
  number: string
  date: string | null
  page: string
  sha256: string
}
export interface Printed {
  sections: PrintedSection[]
  figures: Figure[]
  findings: Finding[]
  attachments: PrintedFile[]
}

/** A draft, laid out as a revision is frozen. */
export function printedDraft(
  form: Form,
  answers: Answers,
  evaluation: Evaluation,
  attachments: PrintedFile[],
): Printed {
  const valuesOf = (table: string, row: string) =>
    Object.fromEntries(Object.entries(answers[table]?.[row] ?? {}).filter(([field]) => !field.startsWith('$')))
  const rowOf = (row: Row): PrintedRow => ({
    ...row,
    values: valuesOf(row.table, row.id),
    blocks: row.blocks.map(blockOf),
  })
  const blockOf = ({ table, title, layout, under, rows, head }: Block): PrintedBlock => ({
    table,
    title,
    layout,
    under,
    rows: rows.map(rowOf),
    ...(head && { head: valuesOf(table, head.id) }),
  })
  const sections = filledSections(form, answers).map(section => ({ ...section, blocks: section.blocks.map(blockOf) }))
  return { sections, figures: evaluation.figures, findings: evaluation.findings, attachments }
}

/** The body of a revision: frozen data of any age, read with what it has. */
export function printedRevision(body: Record<string, unknown>): Printed {
  const list = <T>(name: string): T[] => (Array.isArray(body[name]) ? (body[name] as T[]) : [])
  return {
    sections: list<PrintedSection>('sections'),
    figures: list<Figure>('figures'),
    findings: list<Finding>('findings'),
    attachments: list<PrintedFile>('attachments'),
  }
}
