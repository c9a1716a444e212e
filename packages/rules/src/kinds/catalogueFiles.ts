import type { FormId } from '../reportTypes.ts'
import { kinds } from './index.ts'

/** The catalogue each form is seeded from, relative to this folder. Data: named, never imported. */
export const catalogueFiles: Record<FormId, string> = Object.fromEntries(
  Object.values(kinds).map(({ form }) => [form, `./${form.replace('/', '-')}/catalogue.json`]),
)
