/** A value for a JSON column: Prisma Client takes an `object`, but no interface, which has no index signature. */
export const jsonOf = (value: object): object => value
