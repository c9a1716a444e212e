import type { FormId, Kind } from '../types.ts'
import * as all from './all.ts'

/** Every kind there is, by form. */
export const kinds: Record<FormId, Kind> = Object.fromEntries(Object.values(all).map(kind => [kind.form, kind]))
