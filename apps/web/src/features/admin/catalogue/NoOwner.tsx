import { paths } from '../../../lib/paths.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'

/** Of a row that an office should own and none does: no office is asked for it until one is chosen. */
export function NoOwner({ form, year }: { form: string; year: number }) {
  return (
    <Callout
      tone="warn"
      title="Baris ini belum ada pengampunya"
      actions={
        <LinkButton to={paths.admin(`tahun/${year}/penugasan`, { keadaan: 'unowned', formulir: form })}>
          Pilih pengampunya
        </LinkButton>
      }
    >
      Tidak ada perangkat daerah yang melihatnya di formulir sampai pengampunya dipilih.
    </Callout>
  )
}
