import { isBlank } from '@sepakat/rules/text/isBlank.ts'
import { useState } from 'react'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { TextArea } from '#ui/TextArea.tsx'

/**
 * The field of the reason that an act asks for: it survives the page until it is sent or discarded.
 * @param place the act and what it is done to, the same each time
 */
export function useReason(place: string, hint: string) {
  const [reason, setReason, forget] = useDraftText(place)
  const [pressed, setPressed] = useState(false)
  return {
    forget,
    /** On pressing: the reason; null where it is blank, which the field then says. */
    given: (): string | null => {
      setPressed(true)
      return isBlank(reason) ? null : reason.trim()
    },
    field: (
      <TextArea
        label="Alasan"
        hint={hint}
        error={pressed && isBlank(reason) ? 'Tulis alasannya.' : undefined}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.target.value)}
        data-autofocus
      />
    ),
  }
}
