/** Of what is owed and due by now: all of it, first submitted by its deadline, first submitted after it, never submitted. */
export const timelinesses = ['due', 'on-time', 'overdue', 'missing'] as const
export type Timeliness = (typeof timelinesses)[number]
