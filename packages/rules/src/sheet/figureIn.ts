import { type Coverage, coverageOf } from '../figures/coverageOf.ts'
import { usesArchive } from '../names/valueBefore.ts'
import type { Figure } from '../types/Figure.ts'
import { accordingTo } from '../words/accordingTo.ts'
import { basisWords, shownFigure } from '../words/figureText.ts'
import type { ReadForm } from './readForm.ts'

/** What a figure says. */
export interface FigureSaid {
  /** Its value, or why it has none. */
  text: string
  /** Its category. */
  band: string | null
  basis: string | null
  /** The earlier quarter it was taken from. */
  according: string | null
  /** Computed with values from before the system. */
  archive: boolean
  /** Of how many answers it is made, in a form with a table over levels. */
  coverage: Coverage | null
}

/** For a reader. `brief`: where columns are narrow, a dash where it has no value, and not its basis. */
export const figureIn = (form: Omit<ReadForm, 'figuresOf'>, figure: Figure, brief = false): FigureSaid => ({
  text: figure.value !== null ? shownFigure(figure) : brief ? '–' : form.names.why(figure),
  band: figure.band?.label ?? null,
  basis: figure.value === null || brief ? null : basisWords(figure.basis),
  according: accordingTo(figure, form),
  archive: figure.value !== null && usesArchive(figure, form.sources),
  coverage: form.kind.tree ? coverageOf(figure, form.figures) : null,
})
