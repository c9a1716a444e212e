/** How a change of an answer came. */
export const vias = ['typed', 'api', 'carry', 'import', 'offline'] as const
export type Via = (typeof vias)[number]
