import { Button } from '#ui/Button.tsx'
import { useForm, useKey } from '../FormContext.ts'

/** Once the report is open (again): locked-out changes, or those refused with their request, are sent as typed. */
export function SendAgain({ pointers }: { pointers: readonly string[] }) {
  const { store } = useForm()
  const open = useKey('access', () => store.access().open)
  const again = pointers.filter(at => ['locked', 'refused'].includes(store.stuck(at)?.refusal.result ?? ''))
  if (!open || again.length === 0) return null
  const send = () => {
    for (const at of again) store.resolve.again(at)
  }
  return (
    <Button small kind="primary" onClick={send}>
      Kirim lagi {again.length} isian yang tertolak
    </Button>
  )
}
