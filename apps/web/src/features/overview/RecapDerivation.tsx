import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Derivation } from '#submissions/Derivation.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { Origins } from './Origins.tsx'
import { originsOf } from './originsOf.ts'
import { recapFigureQuery } from './queries.ts'
import type { RecapData, RecapItem } from './recapLines.ts'
import type { RecapNames } from './recapNames.ts'

interface RecapDerivationProps {
  item: RecapItem
  recap: RecapData
  names: RecapNames
}

/** How a figure of a recap is computed, and from whose figures: of very many offices the first, and all on request. */
export function RecapDerivation({ item, recap, names }: RecapDerivationProps) {
  const [asked, setAsked] = useState(false)
  const whole = useQuery({ ...recapFigureQuery(recap, item.figure), enabled: asked })
  const shown = whole.data ?? item
  const { origins, more } = originsOf(shown, recap)
  return (
    <>
      <Derivation figure={shown.figure} names={names(shown)} />
      <Origins origins={origins} />
      {more > 0 && (
        <p>
          Masih ada {more.toLocaleString('id')} bahan dari perangkat daerah lain
          {shown.more > 0 ? '. ' : ' pada angka-angka penyusunnya.'}
          {shown.more > 0 && (
            <Button small busy={whole.isFetching && 'Memuat…'} onClick={() => setAsked(true)}>
              Tampilkan semua
            </Button>
          )}
        </p>
      )}
      {whole.isError && <ProblemPanel error={whole.error} onRetry={() => whole.refetch()} />}
    </>
  )
}
