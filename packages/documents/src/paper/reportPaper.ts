import type { Figure, FrozenSection, Kind, Scope } from '@sepakat/rules'
import type { FormNames, FrozenWords, StepsAt } from '@sepakat/rules/names/formNames.ts'
import type { SourceStatuses } from '@sepakat/rules/names/valueBefore.ts'
import { paperCode } from '@sepakat/rules/papers/signing.ts'
import { shortDay, spelledDay } from '@sepakat/rules/periods/dates.ts'
import { groupFigures } from '@sepakat/rules/sheet/outline.ts'
import { type ReadForm, readForm } from '@sepakat/rules/sheet/readForm.ts'
import { fileHashes } from '@sepakat/rules/words/fileHashes.ts'
import { blockPieces } from './blockPieces.ts'
import { correctionPieces, type PrintedCorrection } from './correctionPieces.ts'
import type { Line, Paper, Piece, Signer } from './paper.ts'
import { figureWords, line } from './rowPieces.ts'

interface PrintedFile {
  anchor: string
  title: string
  number: string
  date: string | null
  page: string
  sha256: string
}

/** A frozen submission, with what else its paper says. */
export interface Report {
  kind: Kind
  scope: Scope
  stepsAt?: StepsAt | undefined
  body: {
    sections: FrozenSection[]
    figures: Figure[]
    attachments: PrintedFile[]
    /** The status of the source forms. */
    sources: SourceStatuses
    words?: FrozenWords | undefined
  }
  /** Of one that corrects an approved one. */
  correction?: PrintedCorrection | undefined
  letterhead: Paper['letterhead']
  title: string
  period: string
  /** Which submission, or which result: `kiriman ke-2`. */
  standing: string
  /** Place and day of signing: those of its submission. */
  place: string
  day: string
  signer: Signer
  sha256: string
  facts: Record<string, string>
  /** What proves it: hash, seal, rules; printed under a heading of its own. */
  technical: Record<string, string>
}

/** The printed form of a report: all that was asked and answered, what was computed, and room for a wet signature. */
export function reportPaper(report: Report): Paper {
  const { kind, scope, stepsAt, body, correction, letterhead, title, period, place, day, signer } = report
  const form = readForm(body, kind, scope, stepsAt)
  const { names } = form
  return {
    letterhead,
    title,
    standing: `${period} · ${report.standing}`,
    pieces: [
      ...(correction ? correctionPieces(correction, names) : []),
      ...figurePieces(form.figuresOf(''), form),
      ...body.sections.flatMap(section => sectionPieces(form, section)),
      ...filePieces(body.attachments, names),
    ],
    signing: { placeAndDay: `${place}, ${spelledDay(day)}`, signer },
    facts: named(report.facts),
    technical: named({ ...report.technical, ...fileHashes(body.attachments) }),
    foot: `${title} · ${letterhead.office} · ${period} · ${report.standing} · kode periksa ${paperCode(report.sha256)}`,
  }
}

const named = (facts: Record<string, string>) => Object.entries(facts).map(([name, said]) => ({ name, said }))

/** Figures of the whole, or of a group. */
const figurePieces = (figures: readonly Figure[], form: ReadForm): Piece[] => {
  const rows = figures.map(figure => ({
    name: [{ text: form.names.figureLabel(figure.code) }],
    value: [line(...figureWords(figure, form))],
    number: true,
    computed: true,
  }))
  return rows.length > 0 ? [{ kind: 'answers', rows }] : []
}

const sectionPieces = (form: ReadForm, section: FrozenSection): Piece[] => {
  const { id, group, title, blocks } = section
  return [
    {
      kind: 'heading',
      level: 1,
      words: [...(group ? [{ text: `${group} · `, as: 'quiet' } as const] : []), { text: title }],
    },
    ...figurePieces(groupFigures(section, form.figuresOf), form),
    ...blocks.flatMap(block => blockPieces(form, block, { level: 2, titled: blocks.length > 1, section: id })),
  ]
}

const filePieces = (files: PrintedFile[], names: FormNames): Piece[] => {
  if (files.length === 0) return []
  const lines = files.map(({ title, number, date, page, anchor }): Line => {
    const about = [number, date && shortDay(date), page && `hal. ${page}`].filter(Boolean).join(', ')
    return {
      cells: [title, about, names.anchor(anchor)].map(text => ({ pieces: [line({ text })], span: 1 })),
    }
  })
  const columns = ['Judul', 'Nomor, tanggal, halaman', 'Untuk'].map((title, at) => ({
    title,
    number: false,
    share: [36, 26, 38][at] ?? 20,
  }))
  return [
    { kind: 'heading', level: 1, words: [{ text: 'Bukti dukung' }] },
    { kind: 'grid', columns, lines },
  ]
}
