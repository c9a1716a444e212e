import type { Cell } from '../types/Answers.ts'
import type { Option } from '../types/Option.ts'
import { keptAsTyped } from './keptAsTyped.ts'

const lower = (text: string) => text.trim().toLowerCase()

/** The option with this id or label. */
export const chosen = (text: string, options: readonly Option[]): Cell =>
  options.find(({ id, label }) => lower(id) === lower(text) || lower(label) === lower(text))?.id ?? keptAsTyped(text)

export const labelOf = (id: string, options: readonly Option[] | null | undefined): string =>
  options?.find(option => option.id === id)?.label ?? id
