import type { FormId } from '../reportTypes.ts'
import type { Kind } from '../types/Kind.ts'
import * as all from './all.ts'

/** Every kind there is, by form. */
export const kinds: Record<FormId, Kind> = Object.fromEntries(Object.values(all).map(kind => [kind.form, kind]))
