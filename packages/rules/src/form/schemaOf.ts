import type { z } from 'zod'
import type { Answers } from '../types/Answers.ts'
import type { Form } from '../types/Form.ts'
import { formSchema } from './answersSchema.ts'
import { outlineOfForm } from './buildForm.ts'

/** The strict shape of a form's answers: its rows, and the columns of each. Apart from the form: devices need no zod. */
export const schemaOf = (form: Form): z.ZodType<Answers> => formSchema(outlineOfForm(form))
