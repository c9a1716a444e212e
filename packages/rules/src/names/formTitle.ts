import { kinds } from '../kinds/index.ts'
import type { FormId } from '../reportTypes.ts'

/** What people call a form; one whose kind is still to come keeps its id. */
export const formTitle = (form: FormId): string => kinds[form]?.title ?? form
