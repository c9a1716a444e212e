/** A JSON column as what was written there: the database and Prisma Client know of no shape in it. */
export const jsonOf = <T>(value: unknown): T => value as T
