/** How a change of an answer was made. */
export const vias = ['typed', 'api', 'carry', 'import', 'offline'] as const
export type Via = (typeof vias)[number]
