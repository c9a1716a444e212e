import { makeFigure } from '../figures/makeFigure.ts'
import { isPractice } from '../periods/period.ts'
import type { Answers, Attached } from '../types/Answers.ts'
import type { Figure } from '../types/Figure.ts'
import type { Evaluation } from '../types/Form.ts'
import { contextOf, type SourceReader } from './context.ts'
import { coreFigures } from './coreFigures.ts'
import { coreFindings } from './coreFindings.ts'
import { type Outline, treeOf } from './formOutline.ts'
import { cellsOf, readerOf } from './reader.ts'
import { findOddCells } from './rowBounds.ts'

/** Everything computed from these answers. Pure, and linear in the rows: a device runs it at every keystroke. */
export function evaluateForm(
  outline: Outline,
  sources: Map<string, SourceReader>,
  answers: Answers,
  attached: Attached,
): Evaluation {
  const tree = treeOf(outline, answers)
  const cells = cellsOf(answers)
  const judged = { outline, tree, reader: readerOf(tree, cells), answers, cells }
  const { findings, review, progress } = coreFindings(judged)
  const figures = completeness(outline, progress)
  const context = contextOf(judged, sources, attached, { findings, review, figures })
  findOddCells(context, outline.kind)
  outline.kind.check(context)
  outline.kind.compute(context)
  return { findings, review, figures, progress }
}

/** Filled items over all items, of each section that is a row or a group of the catalogue and of the whole form. */
function completeness({ kind, scope, rules }: Outline, progress: Evaluation['progress']): Figure[] {
  const sections = Object.entries(progress).filter(([, { all }]) => all > 0)
  const figure = (row: string, own: typeof sections) =>
    makeFigure(
      {
        code: 'completeness',
        row,
        formula: 'ratio.1',
        inputs: own.flatMap(([id, { filled, all }]) => [
          { name: 'numerator', at: `section:${id}`, value: String(filled) },
          { name: 'denominator', at: `section:${id}`, value: String(all) },
        ]),
        unit: coreFigures.completeness.unit,
        basis: isPractice(scope.period) ? 'practice' : null,
      },
      rules.id,
    )
  const rows = sections.filter(([id]) => !Object.hasOwn(kind.tables, id))
  return [figure('', sections), ...rows.map(section => figure(section[0], [section]))]
}
