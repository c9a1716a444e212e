import { generateKeyBetween } from 'fractional-indexing'
import { isRowId } from '../pointers/ids.ts'
import type { Place } from '../types/Change.ts'
import type { FieldId } from '../types/Pointer.ts'

/** Whether other rows can be put before and after it; an unreadable order key would block every later insert. */
export function isPosition(text: string): boolean {
  if (text.length > 200 || !/^[0-9A-Za-z]+$/.test(text)) return false
  try {
    return generateKeyBetween(null, text) < text && generateKeyBetween(text, null) > text
  } catch {
    return false
  }
}

export function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false
  if (!Object.hasOwn(value, 'parent') || !Object.hasOwn(value, 'position')) return false
  const { parent, position } = value as Record<keyof Place, unknown>
  return (
    (parent === null || (typeof parent === 'string' && isRowId(parent))) &&
    typeof position === 'string' &&
    isPosition(position)
  )
}

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a?.parent === b?.parent && a?.position === b?.position

/** A root row has no `$parent` cell. */
export const cellsOfPlace = ({ parent, position }: Place): Record<FieldId, string> => ({
  ...(parent !== null && { $parent: parent }),
  $position: position,
})
