import { kinds } from '../kinds/index.ts'
import type { FormId } from '../reportTypes.ts'

/** The title of a form; one whose kind does not exist yet keeps its id. */
export const formTitle = (form: FormId): string => kinds[form]?.title ?? form
