import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'

/** For a row without an owner: no office is asked for it until one is assigned. */
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
