import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'

/** Whether an answer has all that its schema names, and nothing else. */
export const fits = (schema: z.ZodType, answer: unknown): boolean => {
  const { success, data } = schema.safeParse(answer)
  return success && isDeepStrictEqual(data, answer)
}
