import type { z } from 'zod'

/** A schema that was made from data, with the type of what it takes: types do not see data, so this is where it is said. */
export const shapedAs = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as z.ZodType<T, T>
