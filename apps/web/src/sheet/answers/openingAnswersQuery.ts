import { answersQuery } from '#submissions/submissionQueries.ts'

/**
 * The initial answers of a form: cached ones where this device has them, since `changes` brings what came after. Not of a part:
 * the cache may be of an earlier part, and changes would not bring the rest.
 */
export const openingAnswersQuery = (id: string, part: string[] | null) =>
  answersQuery(id, part, part === null ? 'instead' : undefined)
