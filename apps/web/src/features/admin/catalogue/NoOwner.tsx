import { paths } from '../../../lib/paths.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { useGivenOut } from '../plan/useGivenOut.ts'
import type { CatalogueRow } from './queries.ts'

/** Of a row that an office should own and none does: nobody is asked for it until one is chosen. */
export function NoOwner({ form, row, year }: { form: string; row: CatalogueRow; year: number }) {
  const first = Math.max(row.from, Math.min(year, row.to ?? year))
  const givenOut = useGivenOut(form, first)
  if (row.parent !== null || row.owner !== '' || givenOut !== 'rows' || (row.to !== null && row.to < year)) return null
  return (
    <Callout
      tone="warn"
      title="Baris ini belum ada pengampunya"
      actions={
        <LinkButton to={paths.admin(`tahun/${first}/penugasan`, { keadaan: 'unowned', formulir: form })}>
          Pilih pengampu baris tanpa pengampu
        </LinkButton>
      }
    >
      Tidak ada perangkat daerah yang melihatnya di formulir sampai pengampunya dipilih.
    </Callout>
  )
}
