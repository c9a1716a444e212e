import type { Figure } from '@sepakat/rules'
import { type FigureSaid, figureIn } from '@sepakat/rules/sheet/figureIn.ts'
import { CoverageView } from '#sheet/CoverageView.tsx'
import { late } from '#ui/late.tsx'
import { useForm, useKey } from '../FormContext.ts'

/** What a figure says in the form as it is filled in. As a text: the same object each time would have to be kept. */
export function useFigureSaid(figure: Figure): FigureSaid {
  const {
    kind,
    names,
    scope: { period, sources },
  } = useForm()
  // other figures, and with them its words, may change while it does not
  const said = useKey('evaluated', store =>
    JSON.stringify(figureIn({ kind, names: names(), period, sources, figures: store.evaluated().figures }, figure)),
  )
  return JSON.parse(said)
}

/** Its value, or why it has none, and of how many answers it is made. */
export function FigureText({ figure }: { figure: Figure }) {
  const { text, coverage } = useFigureSaid(figure)
  return (
    <>
      {text} <CoverageView figure={figure} of={coverage} />
    </>
  )
}

/** How a figure was computed, which is opened by a press. */
export const LateDerivation = late(async () => (await import('#submissions/Derivation.tsx')).Derivation)
