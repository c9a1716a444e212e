import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'
import { deviceChoice, keepDeviceChoice } from '#sync/deviceChoice.ts'
import { useMedia } from '#ui/useMedia.ts'

const setting = 'sepakat.panel'

/** Room for the panel of the current row beside the rows. */
const useRoom = (): boolean => useMedia('(min-width: 1180px)', true)
/** Room for that panel and for a table on one line a row. */
const useWide = (): boolean => useMedia('(min-width: 1440px)', true)

type Place = 'beside' | 'drawer'
const chosen = atom(deviceChoice(setting) as Place | null)

/** Remembered on this device. */
export function setBeside(beside: boolean): void {
  const place: Place = beside ? 'beside' : 'drawer'
  keepDeviceChoice(setting, place)
  chosen.set(place)
}

/**
 * Whether the panel of the current row is beside the rows; else it is a drawer on demand. Until the user chooses,
 * it is beside them only where a table still keeps its rows on one line.
 */
export function usePanelBeside(): { room: boolean; beside: boolean } {
  const room = useRoom()
  const wide = useWide()
  const place = useStore(chosen) ?? (wide ? 'beside' : 'drawer')
  return { room, beside: room && place === 'beside' }
}
