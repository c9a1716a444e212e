import type { FormStore } from '#sheet/answers/formStore.ts'
import { useStore } from '#sheet/answers/useStore.ts'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'

/** What an evaluator wrote and the server did not take, or the device cannot keep; nothing of it is dropped by itself. */
export function Unsaved({ store }: { store: FormStore }) {
  const stuck = useStore(store, 'outbox', of => of.outbox.state().stuck)
  const onPage = useStore(store, 'outbox', of => of.outbox.state().onPage)
  return (
    <>
      {onPage > 0 && (
        <Callout tone="wrong" title="Penyimpanan perangkat ini penuh" live>
          {onPage} isian hanya ada di halaman ini. Jangan tutup halaman ini sebelum tersimpan.
        </Callout>
      )}
      {stuck > 0 && (
        <Callout
          tone="warn"
          title={`${stuck} isian Anda belum tersimpan`}
          live
          actions={
            <LinkButton small to={paths.unsent()}>
              Putuskan
            </LinkButton>
          }
        >
          Isiannya tetap di perangkat ini.
        </Callout>
      )}
    </>
  )
}
