// What an official paper is made from, of a form with these answers.
import { frozenSections } from '../src/form/frozenSections.ts'
import { fillPaper } from '../src/papers/fillPaper.ts'
import type { FilledPart, PaperGiven, PaperKind } from '../src/papers/PaperKind.ts'
import type { Answers } from '../src/types/Answers.ts'
import type { Form } from '../src/types/Form.ts'
import type { PeriodKey } from '../src/types/Pointer.ts'

export const paperGiven = (
  form: Form,
  answers: Answers,
  period: PeriodKey,
  more: Partial<PaperGiven> = {},
): PaperGiven => ({
  region: 'Kabupaten Nunukan',
  office: 'Dinas Sosial',
  reviewers: 'Bagian Organisasi',
  place: 'Nunukan',
  title: form.kind.title,
  period,
  number: 1,
  sections: frozenSections(form, answers),
  figures: form.evaluate(answers).figures,
  head: null,
  day: null,
  returned: null,
  submitted: null,
  ...more,
})

/** The cells of one table of a paper, by its name in the template. */
export const cellsOf = (paper: PaperKind, given: PaperGiven, table: string) =>
  paper.tables![table]!(given).lines.map(({ cells }) => cells.map(({ text }) => text))

/** All headings and texts of a paper, in its order. */
export const wordsOf = (paper: PaperKind, given: PaperGiven): string[] =>
  fillPaper(paper, given).flatMap((part: FilledPart) =>
    part.part === 'heading' || part.part === 'text'
      ? [part.text]
      : part.part === 'title'
        ? part.lines
        : part.part === 'prose'
          ? part.blocks.flatMap(block =>
              (block.kind === 'list' ? block.items.flat() : block.spans).map(({ text }) => text),
            )
          : [],
  )
