import { usesArchive } from '../names/valueBefore.ts'
import type { Figure } from '../types/Figure.ts'
import { accordingTo } from '../words/accordingTo.ts'
import { basisWords, shownFigure } from '../words/figureText.ts'
import { noFigureWords } from './noFigureWords.ts'
import type { ReadForm } from './readForm.ts'

/** What a figure says, for a reader. `brief`: where columns are narrow, a dash where it has no value, and not its basis. */
export const figureIn = (form: ReadForm, figure: Figure, brief = false) => ({
  text:
    figure.value !== null
      ? shownFigure(figure)
      : brief
        ? '–'
        : noFigureWords(form.kind, form.names, figure, form.figures),
  /** Its category. */
  band: figure.band?.label ?? null,
  basis: figure.value === null || brief ? null : basisWords(figure.basis),
  /** The earlier quarter it was taken from. */
  according: accordingTo(figure, form),
  /** Computed with values from before the system. */
  archive: figure.value !== null && usesArchive(figure, form.sources),
})
