import { v7 } from 'uuid'

/** Ids are made where the thing is made. Works on plain http too, where `crypto.randomUUID` does not exist. */
export const newId = (): string => v7()
