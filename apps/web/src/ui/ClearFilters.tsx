import { Button } from './Button.tsx'

/** Clears all filters of a list, where one is set. It goes with the press, so the focus moves to the filters around it. */
export function ClearFilters({ of: { any, clear } }: { of: { any: boolean; clear: () => void } }) {
  if (!any) return null
  return (
    <Button
      kind="quiet"
      icon="cross"
      onClick={event => {
        event.currentTarget.closest('section')?.focus()
        clear()
      }}
    >
      Hapus saringan
    </Button>
  )
}
